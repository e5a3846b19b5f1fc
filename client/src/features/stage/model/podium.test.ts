import { describe, expect, it } from '@jest/globals';
import type { BoardRow } from '@anquanli/contract/live';
import { podiumOf } from './podium';

function board(...ranks: number[]): BoardRow[] {
  return ranks.map((rank, index) => ({
    rank,
    seatNo: index + 1,
    name: `座位 ${index + 1}`,
    points: 10_000 - rank,
    rightCount: 10,
    move: null,
  }));
}

const ranksOf = (...ranks: number[]) => podiumOf(board(...ranks)).blocks.map((block) => block.rank);

describe('podium', () => {
  it('puts the first in the middle, the second left, the third right', () => {
    expect(ranksOf(1, 2, 3, 4, 5)).toEqual([2, 1, 3]);
  });
  it('comes third, second, and after one more beat first, then the statistics', () => {
    const { blocks, statisticsBeat } = podiumOf(board(1, 2, 3));
    const beats = Object.fromEntries(blocks.map((block) => [block.rank, block.beat]));
    expect(beats).toEqual({ 3: 0, 2: 1, 1: 3 });
    expect(statisticsBeat).toBe(4);
  });
  it('has two second places and no third after a tie for the second', () => {
    expect(ranksOf(1, 2, 2, 4)).toEqual([2, 1, 2]);
  });
  it('brings people of one place in the same beat', () => {
    const { blocks } = podiumOf(board(1, 2, 2, 4));
    expect(blocks.filter((block) => block.rank === 2).map((block) => block.beat)).toEqual([0, 0]);
  });
  it('has two first places and a third after a tie for the first', () => {
    expect(ranksOf(1, 1, 3)).toEqual([1, 1, 3]);
  });
  it('has room for four single blocks', () => {
    expect(ranksOf(1, 2, 3, 3, 5)).toEqual([2, 1, 3, 3]);
  });
  it('lets more than four people share one block a place', () => {
    const { blocks } = podiumOf(board(1, 2, 2, 2, 2, 2));
    expect(blocks.map((block) => [block.rank, block.rows.length])).toEqual([
      [2, 5],
      [1, 1],
    ]);
  });
  it('puts ten tied people on one first place at once', () => {
    const { blocks, statisticsBeat } = podiumOf(board(1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({ rank: 1, beat: 0 });
    expect(blocks[0]?.rows).toHaveLength(10);
    expect(statisticsBeat).toBe(1);
  });
  it('leaves out whoever has no point', () => {
    const withoutPoints = board(2, 2).map((row) => ({ ...row, points: 0 }));
    expect(podiumOf([...board(1), ...withoutPoints]).blocks.map((block) => block.rank)).toEqual([1]);
    expect(podiumOf(withoutPoints).blocks).toEqual([]);
  });
  it('is fine with one person and with nobody', () => {
    expect(ranksOf(1)).toEqual([1]);
    expect(podiumOf([])).toEqual({ blocks: [], statisticsBeat: 0 });
  });
});
