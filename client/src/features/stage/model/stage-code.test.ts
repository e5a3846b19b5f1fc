import { describe, expect, it } from '@jest/globals';
import { isWholeStageCode, readStageCode, showStageCode } from './stage-code';

describe('stage code', () => {
  it('forgives case, spaces, dashes and full-width characters', () => {
    expect(readStageCode(' k7pm-2q4x ')).toBe('K7PM2Q4X');
    expect(readStageCode('Ｋ７ＰＭ　２ｑ４ｘ')).toBe('K7PM2Q4X');
  });
  it('drops what is typed past eight characters', () => {
    expect(readStageCode('K7PM2Q4X99')).toBe('K7PM2Q4X');
  });
  it('is shown in two groups and reads back the same', () => {
    expect(showStageCode('K7PM2Q4X')).toBe('K7PM 2Q4X');
    expect(showStageCode('K7P')).toBe('K7P');
    expect(readStageCode(showStageCode('K7PM2'))).toBe('K7PM2');
  });
  it('is whole at eight characters only', () => {
    expect(isWholeStageCode('K7PM2Q4')).toBe(false);
    expect(isWholeStageCode('K7PM2Q4X')).toBe(true);
  });
});
