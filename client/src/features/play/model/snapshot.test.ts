import { describe, expect, it } from '@jest/globals';
import { aClosedView, aMe, anOpenView, aQuestion, aRevealView, aStanding } from './play-fixtures';
import { isBehind, knownInstant, lacksOwnResult, NO_SNAPSHOT, withMe, withShared } from './snapshot';

describe('the shared view', () => {
  it('is replaced by a newer version', () => {
    const snapshot = withShared(withShared(NO_SNAPSHOT, anOpenView(4)), aClosedView(5));
    expect(snapshot.shared?.view.phase).toBe('question_closed');
  });

  it('stays when an older version arrives late', () => {
    const snapshot = withShared(NO_SNAPSHOT, aClosedView(5));
    expect(withShared(snapshot, anOpenView(4))).toBe(snapshot);
  });

  it('stays the same object when the same version comes twice', () => {
    const snapshot = withShared(NO_SNAPSHOT, aClosedView(5));
    expect(withShared(snapshot, aClosedView(5))).toBe(snapshot);
  });

  it('is behind a pulse with a newer version, and behind any when there is none yet', () => {
    const snapshot = withShared(NO_SNAPSHOT, aClosedView(5));
    expect(isBehind(snapshot, 6)).toBe(true);
    expect(isBehind(snapshot, 5)).toBe(false);
    expect(isBehind(NO_SNAPSHOT, 0)).toBe(true);
  });
});

describe('the own part', () => {
  it('is ordered by version first and seat version second', () => {
    const kept = withMe(NO_SNAPSHOT, aMe({ version: 5, seatVersion: 2, name: 'new' }));
    expect(withMe(kept, aMe({ version: 4, seatVersion: 9 })).me?.name).toBe('new');
    expect(withMe(kept, aMe({ version: 5, seatVersion: 1 })).me?.name).toBe('new');
    expect(withMe(kept, aMe({ version: 5, seatVersion: 3, name: 'newest' })).me?.name).toBe('newest');
    expect(withMe(kept, aMe({ version: 6, seatVersion: 1, name: 'newest' })).me?.name).toBe('newest');
  });
});

describe('known instants', () => {
  it('has the close of an open question, not its opening', () => {
    const question = aQuestion({ opensAt: 10, closesAt: 20 });
    expect(knownInstant(withShared(NO_SNAPSHOT, anOpenView(1, question)))).toBe(20);
  });

  it('has none when the host closes by hand, and none in other phases', () => {
    expect(knownInstant(withShared(NO_SNAPSHOT, anOpenView(1, aQuestion({ closesAt: null }))))).toBeNull();
    expect(knownInstant(withShared(NO_SNAPSHOT, aClosedView(1)))).toBeNull();
  });

  it('misses the own result at the reveal until it is about that question', () => {
    const revealed = withShared(NO_SNAPSHOT, aRevealView(7));
    expect(lacksOwnResult(revealed)).toBe(true);
    expect(lacksOwnResult(withMe(revealed, aMe({ standing: aStanding({ questionNo: 2 }) })))).toBe(true);
    expect(lacksOwnResult(withMe(revealed, aMe({ standing: aStanding({ questionNo: 3 }) })))).toBe(false);
  });
});
