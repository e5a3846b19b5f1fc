import { describe, expect, it } from '@jest/globals';
import { answerState } from './answer-state';
import { aMe, anEntry, aQuestion } from './play-fixtures';

const CHOICE = { kind: 'single', option: 'b' } as const;
const stored = { questionNo: 3, answerId: 'a'.repeat(32), choice: CHOICE, receivedAt: 1_006_200 };

describe('the state of the own answer', () => {
  it('is none before anything was chosen', () => {
    expect(answerState(aQuestion(), aMe(), null)).toEqual({ state: 'none' });
  });

  it('is waiting while the phone alone has it', () => {
    expect(answerState(aQuestion(), aMe(), anEntry())).toEqual({ state: 'waiting', choice: CHOICE });
  });

  it('stays kept when an own part without the answer arrives after the ack', () => {
    const entry = anEntry({ fate: { state: 'kept', elapsedMs: 5_000 } });
    expect(answerState(aQuestion(), aMe({ answer: null }), entry)).toEqual({
      state: 'kept',
      choice: CHOICE,
      elapsedMs: 5_000,
    });
  });

  it('takes the answer of the server when this phone has none, capped at the limit', () => {
    const late = aMe({ answer: { ...stored, receivedAt: 1_020_400 } });
    expect(answerState(aQuestion(), aMe({ answer: stored }), null)).toMatchObject({ elapsedMs: 6_200 });
    expect(answerState(aQuestion(), late, null)).toMatchObject({ elapsedMs: 20_000 });
  });

  it('shows what the server holds when another phone of the person was first', () => {
    const other = { ...stored, answerId: 'f'.repeat(32), choice: { kind: 'single', option: 'c' } as const };
    const refused = anEntry({ fate: { state: 'refused', code: 'already_answered', lateMs: null } });
    expect(answerState(aQuestion(), aMe({ answer: other }), refused)).toMatchObject({
      state: 'kept',
      choice: { option: 'c' },
    });
  });

  it('ignores the answer to another question', () => {
    expect(answerState(aQuestion(), aMe({ answer: { ...stored, questionNo: 2 } }), null)).toEqual({ state: 'none' });
  });

  it('says how late a refused answer was', () => {
    const entry = anEntry({ fate: { state: 'refused', code: 'answer_late', lateMs: 412 } });
    expect(answerState(aQuestion(), aMe(), entry)).toMatchObject({
      state: 'refused',
      code: 'answer_late',
      lateMs: 412,
    });
  });
});
