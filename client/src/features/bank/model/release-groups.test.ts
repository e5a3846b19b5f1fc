import { describe, expect, it } from '@jest/globals';
import type { SetChange } from '@anquanli/contract/bank-releases';
import { aDesk, aProblem, aSingle } from './bank-fixtures';
import { openFindings } from './open-findings';
import { standingProblems } from './placed-problems';
import { draftOf } from './draft-content';
import { byQuestion, compareVersions, groupedChanges, isVersion } from './release-groups';

const change = (what: string, subject: string): SetChange => ({ bump: 'minor', what, subject, fields: [], stem: null });

describe('changes of a release', () => {
  it('tell a key change once, as such', () => {
    const groups = groupedChanges({
      from: '1.0.0',
      to: '1.1.0',
      bump: 'minor',
      changes: [
        change('question_added', 'q_new'),
        change('question_added', 'q_successor'),
        change('question_deprecated', 'q_old'),
        change('category_added', 'gas'),
      ],
      keyChanges: [{ replaced: 'q_old', replacedStem: '', by: 'q_successor', byStem: '', reason: 'wrong-key' }],
    });
    expect(groups.added.map(({ subject }) => subject)).toEqual(['q_new']);
    expect(groups.deprecated).toEqual([]);
    expect(groups.ofSet).toHaveLength(1);
  });
});

describe('problems', () => {
  it('come by question, those of the set first', () => {
    const groups = byQuestion([
      aProblem({ questionId: 'q_1' }),
      aProblem({ questionId: null, code: 'nothing_changed' }),
      aProblem({ questionId: 'q_1', code: 'citation_missing' }),
    ]);
    expect(groups.map(([id, own]) => [id, own.length])).toEqual([
      [null, 1],
      ['q_1', 2],
    ]);
  });

  it('of a part that was changed since are not told any more', () => {
    const stored = draftOf(aSingle());
    const problems = [aProblem({ path: 'stem' }), aProblem({ path: 'citations.0' }), aProblem({ path: 'checks' })];
    expect(standingProblems(problems, stored, { ...stored, stem: '新' }).map(({ path }) => path)).toEqual([
      'citations.0',
      'checks',
    ]);
  });

  it('tell the two missing checks apart', () => {
    const blind = { kind: 'independent-answer', on: '2026-11-20', result: 'agrees' } as const;
    const missing = [aProblem(), aProblem(), aProblem({ code: 'citation_missing', path: 'citations' })];
    expect(openFindings(aDesk(aSingle(), { missing })).map((each) => each.is)).toEqual([
      'blind_missing',
      'source_missing',
      'problem',
    ]);
    expect(openFindings(aDesk(aSingle({ checks: [blind] }), { missing }))[0]?.is).toBe('source_missing');
    expect(openFindings(aDesk())).toEqual([]);
  });
});

describe('versions', () => {
  it('are three numbers and are compared as such', () => {
    expect(['1.2.0', '0.0.1', '01.2.0', '1.2', 'v1.2.0'].map(isVersion)).toEqual([true, true, false, false, false]);
    expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0);
    expect(compareVersions('2.0.0', '2.0.0')).toBe(0);
  });
});
