import type { Question, QuestionSet } from '@anquanli/question-bank/schema.js';
import { describe, expect, it } from '@jest/globals';
import { aQuestionSet, questionId } from '../../../../test/support/releases.js';
import { settled, staysBehind } from './settled.js';

describe('the set as it may be released today', () => {
  const [first, second] = aQuestionSet().questions as [Question, Question];
  const under = (...questions: Question[]) => ({
    ...{ set: aQuestionSet({ status: 'draft', questions }), setFile: 'test-set', fileOf: new Map() },
  });
  const idsOf = ({ set }: { set: QuestionSet }) => set.questions.map(({ id, status }) => `${id} ${status}`);
  const draft: Question = { ...second, id: questionId(9), status: 'draft' };

  it('leaves out what was never released and is not approved yet', () => {
    const waiting: Question = { ...draft, id: questionId(8), status: 'in-review' };
    expect(idsOf(settled(under(first, draft, waiting), undefined))).toEqual([`${first.id} approved`]);
    expect(idsOf(settled(under(first, draft, waiting), aQuestionSet()))).toEqual([`${first.id} approved`]);
  });

  it('has a released question as it was while it is being edited', () => {
    const edited: Question = { ...first, rev: 2, status: 'in-review', stem: '别的问法？' };
    const { set } = settled(under(edited), aQuestionSet());
    expect(set.questions).toEqual([first]);
  });

  it('keeps a draft that takes the place of another, and holds nothing that is wrong with it against the set', () => {
    const replaced: Question = {
      ...first,
      ...{ rev: 2, status: 'deprecated', deprecation: { since: '1.1.0', reason: 'wrong-key', replacedBy: draft.id } },
    };
    const today = settled(under(replaced, draft), aQuestionSet());
    expect(idsOf(today)).toEqual([`${first.id} deprecated`, `${draft.id} draft`]);
    expect([draft.id, first.id, undefined].map((id) => staysBehind(today, id))).toEqual([true, false, false]);
  });

  it('keeps the sources and categories that the latest release has', () => {
    const bare = { ...under(first), set: aQuestionSet({ questions: [first], sources: [], categories: [] }) };
    const { set } = settled(bare, aQuestionSet());
    expect([set.sources.length, set.categories.length]).toEqual([1, 2]);
  });
});
