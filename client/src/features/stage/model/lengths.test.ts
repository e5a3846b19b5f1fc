import { describe, expect, it } from '@jest/globals';
import { minutesOf, nameSize, widthOf } from './lengths';

describe('lengths', () => {
  it('counts a Latin letter as about half a Chinese character', () => {
    expect(widthOf('张三')).toBe(2);
    expect(widthOf('Alexander')).toBeLessThan(6);
  });
  it('sets long names smaller in two steps', () => {
    expect(nameSize('张*三', 6)).toBe('roomy');
    expect(nameSize('买买提江·吾买尔', 6)).toBe('medium');
    expect(nameSize('阿不都热依木·艾尼瓦尔江', 6)).toBe('small');
  });
  it('says about how long a round takes, and nothing where the host decides', () => {
    expect(minutesOf(10, 20)).toBe(8);
    expect(minutesOf(1, 5)).toBe(1);
    expect(minutesOf(10, null)).toBeNull();
  });
});
