import { describe, expect, it } from '@jest/globals';
import { sourceLines } from './citations';

describe('the sources of an explanation', () => {
  it('name each law once with all its places', () => {
    const citations = [
      { title: '《安全生产法》', locator: '第五十三条' },
      { title: '《消防法》', locator: null },
      { title: '《安全生产法》', locator: '第五十四条' },
      { title: '《安全生产法》', locator: '第五十三条' },
    ];
    expect(sourceLines(citations)).toEqual(['《安全生产法》 第五十三条、第五十四条', '《消防法》']);
  });
});
