import { expect, it } from '@jest/globals';
import type { BankQuestion } from '@anquanli/contract/question-bank';
import { filterQuestions, NO_FILTER } from './question-filter';

const base: BankQuestion = {
  id: 'q_1',
  rev: 1,
  kind: 'single',
  stem: '发现火灾怎么办',
  options: [{ id: 'a', text: '拨打 119' }],
  key: { kind: 'single', option: 'a' },
  explanation: '任何人都应当立即报警',
  citations: [],
  difficulty: 1,
  category: 'fire',
};
const gas: BankQuestion = { ...base, id: 'q_2', stem: '闻到燃气味', category: 'gas', difficulty: 3, kind: 'boolean' };
const ordering: BankQuestion = { ...base, id: 'q_3', kind: 'ordering' };
const ids = (list: readonly BankQuestion[]) => list.map((question) => question.id);

it('hides kinds that a live round cannot play', () => {
  expect(ids(filterQuestions([base, gas, ordering], NO_FILTER))).toEqual(['q_1', 'q_2']);
});

it('searches stem, options and explanation for every word', () => {
  expect(ids(filterQuestions([base, gas], { ...NO_FILTER, search: '119 报警' }))).toEqual(['q_1', 'q_2']);
  expect(ids(filterQuestions([base, gas], { ...NO_FILTER, search: '火灾 119' }))).toEqual(['q_1']);
});

it('combines category, kind and difficulty', () => {
  expect(ids(filterQuestions([base, gas], { ...NO_FILTER, category: 'gas', difficulty: 3 }))).toEqual(['q_2']);
  expect(ids(filterQuestions([base, gas], { ...NO_FILTER, kind: 'boolean', difficulty: 1 }))).toEqual([]);
});
