/** What an OLE container (old Office files, and new ones with a password) holds. */
export type OleKind = 'xls' | 'doc' | 'encrypted' | 'other';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** null when it is no OLE container. */
export function oleKind(bytes: Uint8Array): OleKind | null {
  if (!SIGNATURE.every((byte, n) => bytes[n] === byte)) return null;
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string) => content.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return 'encrypted';
  if (has('Workbook\0') || has('Book\0')) return 'xls';
  return has('WordDocument') ? 'doc' : 'other';
}
