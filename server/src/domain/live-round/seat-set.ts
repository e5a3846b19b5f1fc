/**
 * Seat numbers of a round as bits, seat 1 first: 10,000 seats are 1.25 kB. What nodes tell each other of who is connected and who has answered.
 */
export class SeatSet {
  private constructor(private readonly bytes: Uint8Array) {}

  /** Numbers below 1 are left out. */
  static of(seatNos: Iterable<number>): SeatSet {
    const kept = [...seatNos].filter((seatNo) => seatNo >= 1);
    const bytes = new Uint8Array(Math.ceil(kept.reduce((most, seatNo) => Math.max(most, seatNo), 0) / 8));
    for (const seatNo of kept) bytes[byteOf(seatNo)] = (bytes[byteOf(seatNo)] ?? 0) | bitOf(seatNo);
    return new SeatSet(bytes);
  }

  /** From {@link toText}. */
  static fromText(text: string): SeatSet {
    return new SeatSet(Buffer.from(text, 'base64'));
  }

  /** Base64. */
  toText(): string {
    return Buffer.from(this.bytes).toString('base64');
  }

  has(seatNo: number): boolean {
    return seatNo >= 1 && ((this.bytes[byteOf(seatNo)] ?? 0) & bitOf(seatNo)) !== 0;
  }

  *[Symbol.iterator](): Iterator<number> {
    for (let byte = 0; byte < this.bytes.length; byte += 1) {
      if (this.bytes[byte] === 0) continue;
      for (let seatNo = byte * 8 + 1; seatNo <= byte * 8 + 8; seatNo += 1) if (this.has(seatNo)) yield seatNo;
    }
  }
}

function byteOf(seatNo: number): number {
  return (seatNo - 1) >> 3;
}

function bitOf(seatNo: number): number {
  return 1 << ((seatNo - 1) & 7);
}
