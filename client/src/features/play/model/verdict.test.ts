import { describe, expect, it } from '@jest/globals';
import { aStanding } from './play-fixtures';
import { shownVerdict } from './verdict';

const revelation = { key: { kind: 'single', option: 'b' } as const, explanation: '', citations: [], voidReason: null };

describe('the verdict that is shown', () => {
  it('is counting until the own result is about this question', () => {
    expect(shownVerdict(3, revelation, null)).toBe('counting');
    expect(shownVerdict(3, revelation, aStanding({ questionNo: 2 }))).toBe('counting');
    expect(shownVerdict(3, revelation, aStanding({ verdict: 'partly' }))).toBe('partly');
  });

  it('is void as soon as the question was withdrawn, whatever the result says', () => {
    expect(shownVerdict(3, { ...revelation, voidReason: '题有歧义' }, aStanding())).toBe('void');
  });
});
