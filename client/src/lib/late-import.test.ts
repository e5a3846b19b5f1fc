import { describe, expect, it } from '@jest/globals';
import { importPersistently, type Again } from './late-import';

function network(failures: Error[]) {
  const asked: string[] = [];
  const answer = (what: string): Promise<string> => {
    asked.push(what);
    const failure = failures.shift();
    return failure === undefined ? Promise.resolve('the part') : Promise.reject(failure);
  };
  const again: Again = {
    module: (url) => answer(url),
    style: (url) => answer(url).then(() => undefined),
    wait: () => Promise.resolve(),
  };
  return { asked, load: () => answer('first'), again };
}

const NO_MODULE = new TypeError('Failed to fetch dynamically imported module: http://hall.test/assets/parts-1a.js');
const NO_STYLE = new Error('Unable to preload CSS for /assets/parts-2b.css');

describe('a part that comes later', () => {
  it('is asked for under another address when the browser has given up on the first', async () => {
    const { asked, load, again } = network([NO_MODULE, NO_MODULE]);
    await expect(importPersistently(load, undefined, again)).resolves.toBe('the part');
    expect(asked).toEqual([
      'first',
      'http://hall.test/assets/parts-1a.js?again=1',
      'http://hall.test/assets/parts-1a.js?again=2',
    ]);
  });

  it('gets its style sheet before it is asked for again', async () => {
    const { asked, load, again } = network([NO_STYLE]);
    await expect(importPersistently(load, undefined, again)).resolves.toBe('the part');
    expect(asked).toEqual(['first', '/assets/parts-2b.css', 'first']);
  });

  it('is asked for as before where the browser names no address, and every failure is told', async () => {
    const { asked, load, again } = network([new TypeError('Importing a module script failed.')]);
    const told: number[] = [];
    await importPersistently(load, (failures) => told.push(failures), again);
    expect(asked).toEqual(['first', 'first']);
    expect(told).toEqual([1]);
  });
});
