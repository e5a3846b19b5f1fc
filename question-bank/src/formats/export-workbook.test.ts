import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Question } from '../schema.js';
import { anId, everyKind } from '../set-builder.js';
import { exportWorkbook } from './export-workbook.js';
import { aDraft } from './question-arbitrary.js';
import { ENV, importTable, optionTexts, workbookOf } from './table-builder.js';
import { templateWorkbook } from './template-workbook.js';
import { readWorkbook } from './workbook.js';

const read = (bytes: Uint8Array) => importTable({ container: 'xlsx', bytes });
const bare = ({ provenance: _provenance, ...question }: Question) => question;

describe('questions in a workbook', () => {
  it('are the same after an import, of every kind', () => {
    const questions = everyKind().map(({ checks: _checks, ...question }) => ({
      ...question,
      status: 'draft' as const,
    }));
    const { questions: again, codes } = read(exportWorkbook(questions, ENV.context));
    expect(again.map(bare)).toEqual(questions);
    expect(codes.filter((code) => code !== 'key_visible')).toEqual([]);
  });

  it('are the same after an import, whatever they say', () => {
    fc.assert(
      fc.property(fc.array(aDraft, { minLength: 1, maxLength: 8 }), (drafts) => {
        const questions = drafts.map((draft, n) => ({ ...draft, id: anId(n + 1) }));
        const { questions: again, problems } = read(exportWorkbook(questions, ENV.context));
        expect(problems.filter(({ weight }) => weight === 'refusal')).toEqual([]);
        expect(again.map(bare)).toEqual(questions);
      }),
      { numRuns: 150 },
    );
  });

  it('hold no formulas: what looks like one begins with an apostrophe', () => {
    const [single] = everyKind();
    const stem = '=HYPERLINK("http://a","点")';
    const bytes = exportWorkbook(single ? [{ ...single, stem }] : [], ENV.context);
    const file = readWorkbook(bytes, 'xlsx');
    expect(file.ok && file.sheets[0]?.rows[1]?.cells[2]).toBe(stem);
    expect(new TextDecoder('latin1').decode(bytes)).not.toContain('<f>');
    expect(read(bytes).questions[0]?.stem).toBe(stem);
  });

  it('that were copied inside the table get ids of their own, and that is told', () => {
    const [single] = everyKind();
    const twice = single ? [single, { ...single, stem: '改过的题干是什么？' }] : [];
    const { questions, codes } = read(exportWorkbook(twice, ENV.context));
    expect(new Set(questions.map(({ id }) => id)).size).toBe(2);
    expect(codes).toContain('id_repeated');
  });
});

describe('the template', () => {
  it('is an empty table with instructions and examples that are not imported', () => {
    const { table, codes } = read(templateWorkbook(ENV.context));
    expect(table.sheets.map(({ name, unusedBecause }) => [name, unusedBecause])).toEqual([
      ['题库', null],
      ['示例', 'instructions'],
      ['填写说明', 'instructions'],
    ]);
    expect(codes).toEqual(['table_empty']);
  });

  it('has sound examples of every kind that can be written by hand', () => {
    const input = { container: 'xlsx', bytes: templateWorkbook(ENV.context) } as const;
    const { keys, codes } = importTable(input, { sheets: { 示例: { isUsed: true } } });
    expect(keys).toEqual([
      'single a',
      'multiple a,b,c',
      'boolean false',
      'text 119',
      'numeric 2-2',
      'ordering b,a,d,c',
    ]);
    expect(codes).toEqual([]);
  });

  it('is read when its headers stand in a workbook of somebody else', () => {
    const bytes = workbookOf({
      Sheet1: [
        ['题型', '题干', '选项A', '选项B', '答案'],
        ['单选题', '怎么做？', '报警', '跑', 'A'],
      ],
    });
    expect(optionTexts(read(bytes).questions[0])).toEqual(['报警', '跑']);
  });
});
