import { createHash, randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';

const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
/** Read aloud and typed from a projection: without 0 and O, 1, I and L. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** All randomness of the server, from the operating system's generator. */
@Injectable()
export class Random {
  private uuidMs = 0;
  private uuidCount = 0;

  constructor(private readonly clock: Clock) {}

  /**
   * UUID version 7 (RFC 9562): 48 bits of the clock's time, 12 bits that count within the millisecond, then random,
   * so that keys made here are born in order.
   */
  uuid(): string {
    this.tick();
    const bytes = randomBytes(16);
    bytes.writeUIntBE(this.uuidMs, 0, 6);
    bytes.writeUInt16BE(0x7000 | this.uuidCount, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    const hex = bytes.toString('hex');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  }

  /** `bytes` random bytes as twice as many lower-case hex digits. */
  hex(bytes: number): string {
    return randomBytes(bytes).toString('hex');
  }

  /** Lower-case a–z and 0–9, every character equally likely. */
  base36(length: number): string {
    return pick(BASE36, length);
  }

  digits(length: number): string {
    return pick(DIGITS, length);
  }

  /** Upper-case letters and digits that cannot be mistaken for each other. */
  code(length: number): string {
    return pick(CODE_LETTERS, length);
  }

  /** [0, 1), for jitter. */
  fraction(): number {
    return randomBytes(6).readUIntBE(0, 6) / 2 ** 48;
  }

  /** A seed for the domain's reproducible generator: 128 bits as hex. */
  seed(): string {
    return this.hex(16);
  }

  /** More than 4,096 in one millisecond, or a clock that was set back, run a little ahead of the time. */
  private tick(): void {
    const now = this.clock.now();
    if (now > this.uuidMs) {
      this.uuidMs = now;
      this.uuidCount = 0;
      return;
    }
    this.uuidCount += 1;
    if (this.uuidCount > 0xfff) {
      this.uuidMs += 1;
      this.uuidCount = 0;
    }
  }
}

/** What is stored of a secret: its SHA-256 as 64 hex digits. Fit for random tokens of 128 bits, not for passwords. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function pick(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
