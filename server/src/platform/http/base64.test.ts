import { setFlagsFromString } from 'node:v8';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bytesOfBase64 } from './base64.js';

describe('bytes in base64', () => {
  // As in a process that has run for long: V8 counts how much code its patterns have taken.
  beforeAll(() => setFlagsFromString('--no-regexp-optimization'));
  afterAll(() => setFlagsFromString('--regexp-optimization'));

  it('are what was written', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = Buffer.from(bytes).toString('base64');
        expect(bytesOfBase64(text)).toEqual(Buffer.from(bytes));
        expect(bytesOfBase64(text.replaceAll('=', ''))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it.each([
    '=',
    '====',
    'a',
    'a b c d',
    'YQ=',
    'YQ==\n',
    ' YQ==',
    'YQ==YQ==',
    'YR==',
    '-_-_',
    '图片图片',
    'data:;base64,YQ==',
  ])('are not read from %j', (text) => expect(bytesOfBase64(text)).toBeNull());

  it('are read of many megabytes too, and told from other texts', () => {
    const text = Buffer.alloc(9_000_000, 1).toString('base64');
    expect(bytesOfBase64(text)?.byteLength).toBe(9_000_000);
    expect(bytesOfBase64(`${text}?`)).toBeNull();
  });
});
