import { expect, it } from '@jest/globals';
import type { MediaEntity } from './media.entity.js';
import type { MediaRepository } from './media.repository.js';
import { MediaService } from './media.service.js';

const MEGABYTE = 1_024 * 1_024;

function aService(sizes: Readonly<Record<string, number>>) {
  const read: string[] = [];
  const repository: Pick<MediaRepository, 'find'> = {
    find: async (sha256) => {
      read.push(sha256);
      const size = sizes[sha256];
      if (size === undefined) return null;
      return { sha256, mime: 'image/png', bytes: Buffer.alloc(size) } as MediaEntity;
    },
  };
  return { service: new MediaService(repository as MediaRepository), read };
}

it('a picture that a whole hall asks for at once is read once, and not again later', async () => {
  const { service, read } = aService({ a: 10 });
  await Promise.all(Array.from({ length: 100 }, () => service.get('a')));
  await service.get('a');
  expect(read).toEqual(['a']);
});

it('pictures that nobody has asked for longest make room', async () => {
  const { service, read } = aService({ a: 25 * MEGABYTE, b: 25 * MEGABYTE, c: 25 * MEGABYTE });
  for (const hash of ['a', 'b', 'a', 'c', 'a', 'b']) await service.get(hash);
  expect(read).toEqual(['a', 'b', 'c', 'b']);
});

it('what is not there is refused and asked for again the next time', async () => {
  const { service, read } = aService({});
  await expect(service.get('x')).rejects.toMatchObject({ code: 'not_found' });
  await expect(service.get('x')).rejects.toMatchObject({ code: 'not_found' });
  expect(read).toEqual(['x', 'x']);
});
