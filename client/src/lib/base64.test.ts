import { Blob } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { base64OfBytes, base64OfFile } from './base64';

const bytes = (count: number) => Uint8Array.from({ length: count }, (_, index) => (index * 31) % 256);

describe('a file as base64', () => {
  it.each([0, 1, 2, 3, 8_192, 8_193, 196_607, 196_608, 196_609, 500_000])('is right for %i bytes', async (count) => {
    const shares: number[] = [];
    const text = await base64OfFile(new Blob([bytes(count)]) as never, (share) => shares.push(share));
    expect(text).toBe(Buffer.from(bytes(count)).toString('base64'));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[shares.length - 1] ?? 1).toBe(1);
  });

  it('is right for bytes at hand', () => {
    expect(base64OfBytes(bytes(20_000))).toBe(Buffer.from(bytes(20_000)).toString('base64'));
  });
});
