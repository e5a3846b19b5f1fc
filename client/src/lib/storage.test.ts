import { afterEach, describe, expect, it, jest } from '@jest/globals';
import * as z from 'zod/mini';
import { slot } from './storage';

afterEach(() => {
  jest.restoreAllMocks();
  window.localStorage.clear();
});

describe('a slot of storage', () => {
  it('gives back what was written, as the same object each time', () => {
    const seat = slot('t1', z.object({ no: z.number() }));
    seat.write({ no: 3 });
    expect(seat.read()).toEqual({ no: 3 });
    expect(seat.read()).toBe(seat.read());
  });

  it('treats what does not parse as absent', () => {
    const seat = slot('t2', z.object({ no: z.number() }));
    window.localStorage.setItem('anquanli.t2', '{"no":"three"}');
    expect(seat.read()).toBeNull();
    window.localStorage.setItem('anquanli.t2', 'not json');
    expect(seat.read()).toBeNull();
  });

  it('lasts as long as the page where storage is forbidden', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('forbidden');
    });
    const seat = slot('t3', z.number());
    seat.write(7);
    expect(seat.read()).toBe(7);
    seat.clear();
    expect(seat.read()).toBeNull();
  });

  it('tells about changes of this tab and of others', () => {
    const seat = slot('t4', z.number());
    const onChange = jest.fn();
    const end = seat.subscribe(onChange);
    seat.write(1);
    window.dispatchEvent(new StorageEvent('storage', { key: 'anquanli.t4' }));
    window.dispatchEvent(new StorageEvent('storage', { key: 'anquanli.other' }));
    expect(onChange).toHaveBeenCalledTimes(2);
    end();
    seat.write(2);
    expect(onChange).toHaveBeenCalledTimes(2);
  });
});
