import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '@anquanli/contract/vocabulary';
import { entryAt, isPassing, waitingOf, withEntry, withFate, withoutEntry } from './outbox';
import { anEntry } from './play-fixtures';

const KEPT = { state: 'kept', elapsedMs: 6_200 } as const;
const LATE = { state: 'refused', code: 'answer_late', lateMs: 412 } as const;

describe('the outbox', () => {
  it('keeps the first answer to a question when a second is added', () => {
    const entries = withEntry([anEntry()], anEntry({ answerId: 'b'.repeat(32) }));
    expect(entries).toHaveLength(1);
    expect(entries[0]?.answerId).toBe('a'.repeat(32));
  });

  it('keeps answers of another seat and of another round apart', () => {
    const entries = [anEntry({ seatNo: 1 }), anEntry({ roundId: 'other' }), anEntry()];
    expect(entryAt(entries, { roundId: 'r', seatNo: 33, questionNo: 3 })).toBe(entries[2]);
    expect(waitingOf(entries, { roundId: 'r', seatNo: 33 })).toEqual([entries[2]]);
  });

  it('has nothing to send once the server has kept or refused', () => {
    const seat = { roundId: 'r', seatNo: 33 };
    expect(waitingOf(withFate([anEntry()], 'a'.repeat(32), KEPT), seat)).toEqual([]);
    expect(waitingOf(withFate([anEntry()], 'a'.repeat(32), LATE), seat)).toEqual([]);
  });

  it('never turns a kept answer into a refused one', () => {
    const kept = withFate([anEntry()], 'a'.repeat(32), KEPT);
    expect(withFate(kept, 'a'.repeat(32), LATE)[0]?.fate).toEqual(KEPT);
  });

  it('lets a refused answer become kept when an earlier sending turns out to have arrived', () => {
    const refused = withFate([anEntry()], 'a'.repeat(32), LATE);
    expect(withFate(refused, 'a'.repeat(32), KEPT)[0]?.fate).toEqual(KEPT);
  });

  it('forgets an answer that may be chosen anew', () => {
    expect(withoutEntry([anEntry()], 'a'.repeat(32))).toEqual([]);
  });

  it('drops the oldest beyond two hundred', () => {
    const many = Array.from({ length: 201 }, (_, index) => anEntry({ roundId: `r${index}` }));
    const kept = many.reduce<readonly ReturnType<typeof anEntry>[]>((all, entry) => withEntry(all, entry), []);
    expect(kept).toHaveLength(200);
    expect(kept[0]?.roundId).toBe('r1');
  });
});

describe('refusals of an answer', () => {
  it('are final when they judge the answer, passing when they speak of the moment', () => {
    const passing = ERROR_CODES.filter(isPassing);
    expect(passing).toEqual(
      expect.arrayContaining(['not_open_yet', 'too_many_requests', 'server_busy', 'server_stopping', 'internal']),
    );
    for (const code of [
      'answer_late',
      'already_answered',
      'question_not_open',
      'choice_invalid',
      'not_seated',
    ] as const)
      expect(passing).not.toContain(code);
  });
});
