import { describe, expect, it } from '@jest/globals';
import { createLog } from '../logging/log.js';
import { Lifecycle } from './lifecycle.js';

describe('Lifecycle', () => {
  it('begins when it is ready what waits for that, and not before', () => {
    const lifecycle = new Lifecycle(createLog('silent'));
    const seen: string[] = [];
    lifecycle.onReady(() => seen.push(lifecycle.stage));
    expect(seen).toEqual([]);
    lifecycle.markReady();
    expect(seen).toEqual(['ok']);
  });

  it('is stopping before the first farewell, runs the last registered first, one after the other, and all of them', async () => {
    const lifecycle = new Lifecycle(createLog('silent'));
    const seen: string[] = [];
    lifecycle.onStop(async () => void seen.push(`journal while ${lifecycle.stage}`));
    lifecycle.onStop(async () => {
      throw new Error('sockets were gone');
    });
    lifecycle.onStop(async () => void seen.push(`clock while ${lifecycle.stage}`));
    lifecycle.markReady();
    await Promise.all([lifecycle.stop(), lifecycle.stop()]);
    expect(seen).toEqual(['clock while stopping', 'journal while stopping']);
  });
});
