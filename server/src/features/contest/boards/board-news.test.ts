import { describe, expect, it } from '@jest/globals';
import { BoardNews } from './board-news.js';

/** A board that takes what it is told when the test lets it. */
function told(most?: number) {
  const taken: (readonly string[])[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const news = new BoardNews((people) => {
    taken.push(people);
    return new Promise((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve())));
  }, most);
  const end = async (error?: Error) => {
    while (ends.length === 0) await Promise.resolve();
    ends.shift()?.(error);
  };
  return { news, taken, end };
}

describe('news of a board', () => {
  it('that come while others are being taken go together in one next turn', async () => {
    const { news, taken, end } = told();
    news.add('a');
    const first = news.hear();
    const later: Promise<void>[] = [];
    for (const personId of ['b', 'c', 'd']) {
      while (taken.length === 0) await Promise.resolve();
      news.add(personId);
      later.push(news.hear());
    }
    await end();
    await first;
    await end();
    await Promise.all(later);
    expect(taken).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('that could not be taken are told again', async () => {
    const { news, taken, end } = told();
    news.add('a');
    const failed = news.hear();
    await end(new Error('Redis is away'));
    await expect(failed).rejects.toThrow('Redis is away');
    const again = news.hear();
    await end();
    await again;
    expect(taken).toEqual([['a'], ['a']]);
  });

  it('are forgotten when they are too many, and then keep nobody waiting', async () => {
    const { news, taken, end } = told(2);
    news.add('a');
    const failed = news.hear();
    while (taken.length === 0) await Promise.resolve();
    news.add('b');
    news.add('c');
    await end(new Error('Redis is away'));
    await expect(failed).rejects.toThrow('Redis is away');
    await news.hear();
    expect(taken).toEqual([['a']]);
  });
});
