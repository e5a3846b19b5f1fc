import { describe, expect, it } from '@jest/globals';
import { isWholePin, pinDigits } from './pin';

describe('a typed round code', () => {
  it.each(['428617', '428 617', '428-617', '４２８６１７', ' 428617 场次码', '4286179'])(
    'reads %j as 428617',
    (typed) => {
      expect(pinDigits(typed)).toBe('428617');
    },
  );

  it('is whole with six digits and not before', () => {
    expect(isWholePin('42861')).toBe(false);
    expect(isWholePin('428617')).toBe(true);
  });
});
