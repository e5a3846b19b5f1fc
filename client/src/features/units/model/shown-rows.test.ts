import { expect, it } from '@jest/globals';
import type { UnitRowVerdict } from '@anquanli/contract/unit-files';
import type { Translate } from '../../../lib/i18n';
import { countsOf, doingOf, shownUnitRow } from './shown-rows';
import { fileWords } from '../words-files';

const t = ((key: keyof typeof fileWords.zh) => fileWords.zh[key]) as Translate<typeof fileWords.zh>;
const place = { rowNo: 2, path: ['吉林市'], name: '城投燃气' };
const unitId = '01a20932-f9aa-7c31-9d55-7a51c2f0b100';
const rows: UnitRowVerdict[] = [
  { is: 'new', ...place, kind: 'enterprise', code: 'GAS-1' },
  {
    ...{ is: 'changed', ...place, unitId },
    changes: [
      { column: 'path', before: '', after: '吉林省' },
      { column: 'needsApproval', before: 'false', after: 'true' },
      { column: 'sector', before: null, after: '燃气' },
    ],
  },
  { is: 'unchanged', ...place, unitId },
  { is: 'error', ...place, problems: [{ column: 'headCount', code: 'head_count_invalid', found: '很多' }] },
];

it('says in words what a row does, and what is the matter with one', () => {
  const shown = rows.map((row) => shownUnitRow(t, row));
  expect(shown.map(({ lines }) => lines)).toEqual([
    ['企业 · GAS-1'],
    ['上级单位：最上级 → 吉林省', '注册需审核：否 → 是', '行业：空 → 燃气'],
    [],
    ['在岗人数 · 人数要写 1 到 100 万的整数 · 很多'],
  ]);
  expect(shown[0]).toMatchObject({ title: '城投燃气', under: '吉林市', rowNo: 2 });
});

it('counts problems first, and what would be done', () => {
  const shown = rows.map((row) => shownUnitRow(t, row));
  expect(countsOf(shown)).toEqual([
    { effect: 'error', count: 1 },
    { effect: 'new', count: 1 },
    { effect: 'changed', count: 1 },
    { effect: 'unchanged', count: 1 },
  ]);
  expect(doingOf(shown)).toBe(2);
});
