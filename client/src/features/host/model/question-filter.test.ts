import { expect, it } from '@jest/globals';
import type { BankQuestion } from '@anquanli/contract/question-bank';
import { filterQuestions, NO_FILTER } from './question-filter';

const base: BankQuestion = {
  id: 'q_1',
  rev: 1,
  kind: 'single',
  stem: '发现火灾怎么办',
  options: [{ id: 'a', text: '拨打 119' }],
  media: [],
  key: { kind: 'single', option: 'a' },
  explanation: '任何人都应当立即报警',
  citations: [],
  difficulty: 1,
  category: 'fire',
};
const gas: BankQuestion = { ...base, id: 'q_2', stem: '闻到燃气味', category: 'gas', difficulty: 3, kind: 'boolean' };
const ordering: BankQuestion = { ...base, id: 'q_3', kind: 'ordering' };
const ids = (list: readonly BankQuestion[]) => list.map((question) => question.id);

it('shows all kinds', () => {
  expect(ids(filterQuestions([base, gas, ordering], NO_FILTER))).toEqual(['q_1', 'q_2', 'q_3']);
});

it('searches stem, options and explanation for every word', () => {
  expect(ids(filterQuestions([base, gas], { ...NO_FILTER, search: '119 报警' }))).toEqual(['q_1', 'q_2']);
  expect(ids(filterQuestions([base, gas], { ...NO_FILTER, search: '火灾 119' }))).toEqual(['q_1']);
});

it('combines category, kind and difficulty', () => {
  expect(ids(filterQuestions([base, gas], { ...NO_FILTER, category: 'gas', difficulty: 3 }))).toEqual(['q_2']);
  expect(ids(filterQuestions([base, gas], { ...NO_FILTER, kind: 'boolean', difficulty: 1 }))).toEqual([]);
});

it('finds a word that is to be filled in, or the name of a place', () => {
  const key = { kind: 'text' as const, blanks: [['综合治理']], anyOrder: false };
  const text: BankQuestion = { ...base, id: 'q_4', kind: 'text', options: [], key };
  expect(ids(filterQuestions([base, text], { ...NO_FILTER, search: '治理' }))).toEqual(['q_4']);
});
