/** A multiple of three, so that pieces can be joined. */
const CHUNK_BYTES = 3 * 64 * 1024;
/** More arguments than this are too many for one call. */
const SPREAD = 8_192;

/** The bytes as base64. */
export function base64OfBytes(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += SPREAD) {
    binary += String.fromCharCode(...bytes.subarray(from, from + SPREAD));
  }
  return btoa(binary);
}

/** A file as base64, piece by piece, so that the page can be used meanwhile. `onShare` hears how much is done, 0–1. */
export async function base64OfFile(
  file: Pick<Blob, 'size' | 'slice'>,
  onShare: (share: number) => void = () => undefined,
): Promise<string> {
  const pieces: string[] = [];
  for (let from = 0; from < file.size; from += CHUNK_BYTES) {
    const piece = await file.slice(from, from + CHUNK_BYTES).arrayBuffer();
    pieces.push(base64OfBytes(new Uint8Array(piece)));
    onShare(Math.min(1, (from + CHUNK_BYTES) / file.size));
  }
  return pieces.join('');
}
