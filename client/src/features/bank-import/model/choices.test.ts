import { describe, expect, it } from '@jest/globals';
import { ImportChoices } from '@anquanli/contract/bank-imports';
import { openTypeCodes, withChange } from './choices';
import { aMapping, aSheet } from './import-fixtures';

describe('choices of an import', () => {
  it('says what a column means, and leaves out the one that had the meaning', () => {
    const choices = withChange({}, { about: 'column', sheet: aSheet(), index: 0, meaning: 'stem' });
    expect(choices.sheets?.['题目']?.columns).toEqual({ '0': 'stem', '2': 'ignored' });
    expect(ImportChoices.parse(choices)).toEqual(choices);
  });

  it('lets several columns be left out', () => {
    const sheet = aSheet({
      columns: aSheet().columns.map((column) => (column.index === 0 ? { ...column, meaning: 'ignored' } : column)),
    });
    const choices = withChange({}, { about: 'column', sheet, index: 1, meaning: 'ignored' });
    expect(choices.sheets?.['题目']?.columns).toEqual({ '1': 'ignored' });
  });

  it('keeps what was said of other sheets and columns', () => {
    const one = withChange({}, { about: 'sheet', sheet: '说明', isUsed: true });
    const two = withChange(one, { about: 'column', sheet: aSheet(), index: 4, meaning: 'explanation' });
    const three = withChange(two, { about: 'column', sheet: aSheet(), index: 0, meaning: 'id' });
    expect(three.sheets).toEqual({
      说明: { isUsed: true },
      题目: { columns: { '4': 'explanation', '0': 'id' } },
    });
  });

  it('forgets columns when the header is another row or the layout another', () => {
    const before = withChange({}, { about: 'column', sheet: aSheet(), index: 4, meaning: 'explanation' });
    const header = withChange(before, { about: 'header', sheet: '题目', row: 2 });
    expect(header.sheets?.['题目']).toEqual({ headerRow: 2, isUsed: true, columns: undefined });
    const layout = withChange(before, { about: 'layout', sheet: '题目', layout: 'kahoot' });
    expect(layout.sheets?.['题目']).toEqual({ layout: 'kahoot', columns: undefined });
  });

  it('forgets names of sheets when the encoding changes', () => {
    const before = withChange({}, { about: 'sheet', sheet: '锘块', isUsed: false });
    expect(withChange(before, { about: 'encoding', encoding: 'gb18030' })).toEqual({ encoding: 'gb18030' });
  });

  it('takes a category back to the default', () => {
    const mapped = withChange({}, { about: 'category', label: '消防', category: 'fire' });
    expect(mapped.categories).toEqual({ 消防: 'fire' });
    expect(withChange(mapped, { about: 'category', label: '消防', category: null }).categories).toEqual({});
  });

  it('adds meanings of type numbers to those that are confirmed', () => {
    const before = withChange({}, { about: 'types', meanings: { '1': 'single' } });
    expect(withChange(before, { about: 'types', meanings: { '2': 'multiple' } }).typeCodes).toEqual({
      '1': 'single',
      '2': 'multiple',
    });
  });
});

describe('type numbers', () => {
  it('are open until somebody has confirmed them', () => {
    const code = { code: '1', count: 80, suggested: 'single', meaning: 'single', isConfirmed: false } as const;
    const mapping = aMapping({ typeCodes: [code, { ...code, code: '2', isConfirmed: true }] });
    expect(openTypeCodes(mapping).map((each) => each.code)).toEqual(['1']);
    expect(openTypeCodes(null)).toEqual([]);
  });
});
