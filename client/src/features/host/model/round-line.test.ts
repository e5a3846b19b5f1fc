import { describe, expect, it } from '@jest/globals';
import { offersFor, spacedPin } from './round-line';

describe('offersFor', () => {
  it('lets a round be changed until its first question', () => {
    expect(offersFor({ phase: 'lobby', questionNo: 0 })).toMatchObject({
      main: 'run',
      canEdit: true,
      hasResults: false,
    });
    expect(offersFor({ phase: 'reveal', questionNo: 2 })).toMatchObject({ main: 'resume', canEdit: false });
  });

  it('leads from a round that is over to its results', () => {
    expect(offersFor({ phase: 'finished', questionNo: 5 }).main).toBe('results');
    expect(offersFor({ phase: 'aborted', questionNo: 1 }).main).toBe('results');
  });
});

it('writes a PIN in two groups', () => {
  expect(spacedPin('428613')).toBe('428 613');
});
