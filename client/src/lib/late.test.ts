import { describe, expect, it, jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { late } from './late';

describe('a part of the page that comes later', () => {
  it('is asked for once by all who use it, and is there for all', async () => {
    const load = jest.fn(() => Promise.resolve({ PARTS: 'the part' }));
    const part = late(load, (module) => module.PARTS);
    part.load();
    const first = renderHook(() => part.use());
    const second = renderHook(() => part.use());
    expect(first.result.current).toEqual({ part: null, failures: 0 });
    await act(async () => undefined);
    expect([first.result.current.part, second.result.current.part]).toEqual(['the part', 'the part']);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('tells of failures while it tries on', async () => {
    jest.useFakeTimers();
    const load = jest
      .fn<() => Promise<{ PARTS: string }>>()
      .mockRejectedValueOnce(new TypeError('Importing a module script failed.'))
      .mockResolvedValue({ PARTS: 'the part' });
    const part = late(load, (module) => module.PARTS);
    const { result } = renderHook(() => part.use());
    await act(() => jest.advanceTimersByTimeAsync(100));
    expect(result.current).toEqual({ part: null, failures: 1 });
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(result.current).toEqual({ part: 'the part', failures: 1 });
    jest.useRealTimers();
  });
});
