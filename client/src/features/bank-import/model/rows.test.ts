import { describe, expect, it } from '@jest/globals';
import { faultyCells } from './faulty-cells';
import { fileProblem, fileSize } from './file-check';
import { commitCount, flowStep } from './flow';
import { aDetail, aMapping, anItem, aProblem, aSheet } from './import-fixtures';
import { leftOutOf, withRefs } from './left-out';
import { meaningName, meaningsFor, missingMeanings } from './meanings';
import { offsetWithin } from './pages';
import { firstField, missingParts, repairFields, repairTexts } from './repair';

const faultyLabels = (change: Parameters<typeof aProblem>[0]) => {
  const item = anItem({ problems: [aProblem(change)] });
  return [...faultyCells(item)].map((index) => item.cells[index]?.label);
};

describe('the cell that is at fault', () => {
  it('is the one the problem names', () => {
    expect(faultyLabels({ where: { row: 17, column: '试题内容' }, code: 'cell_error', found: '#REF!' })).toEqual([
      '试题内容',
    ]);
  });

  it('follows from the code', () => {
    expect(faultyLabels({ code: 'answer_missing', found: '' })).toEqual(['参考答案']);
    expect(faultyLabels({ code: 'type_unknown', found: '1' })).toEqual(['题型']);
    expect(faultyLabels({ code: 'options_missing', found: '立即报警' })).toEqual(['选项A']);
    expect(faultyLabels({ code: 'options_missing', found: '' })).toEqual(['选项A', '选项B']);
  });

  it('is found by its words when the code can mean any', () => {
    expect(faultyLabels({ code: 'text_damaged', found: '继续作…' })).toEqual(['选项B']);
    expect(faultyLabels({ code: 'text_damaged', found: '' })).toEqual([]);
  });

  it('is not one to look at only, while another keeps the row out', () => {
    const notice = aProblem({ code: 'category_unknown', found: '消防', weight: 'notice' });
    const cells = [...anItem().cells, { meaning: 'category', label: '分类', text: '消防' }];
    expect([...faultyCells({ cells, problems: [notice, aProblem()] })]).toEqual([5]);
    expect([...faultyCells({ cells, problems: [notice] })]).toEqual([6]);
  });

  it('is the whole block of a text', () => {
    const item = anItem({ cells: [{ meaning: 'block', label: '', text: '1. 题' }] });
    expect([...faultyCells(item)]).toEqual([0]);
  });
});

describe('mending a row', () => {
  const fields = repairFields(anItem());

  it('begins in the faulty cell', () => {
    expect(firstField(fields)).toBe('answer');
    expect(firstField(fields.map((field) => ({ ...field, isFaulty: false })))).toBe('number');
    expect(firstField([])).toBeNull();
  });

  it('sends only what was changed, and nothing when nothing was', () => {
    expect(repairTexts(fields, { answer: 'A', stem: '发现火情应当怎么做？' }, false)).toEqual({ answer: 'A' });
    expect(repairTexts(fields, { answer: 'E' }, false)).toBeNull();
    expect(repairTexts(fields, { 'option-3': '' }, false)).toBeNull();
  });

  it('keeps the repair before when it is mended again', () => {
    expect(repairTexts(fields, { answer: 'A' }, true)).toMatchObject({ stem: '发现火情应当怎么做？', answer: 'A' });
  });

  it('offers parts the file has no column for', () => {
    expect(missingParts(fields)).toEqual(['option-3', 'explanation']);
    expect(missingParts(repairFields(anItem({ cells: [{ meaning: 'block', label: '', text: 'x' }] })))).toEqual([]);
  });
});

describe('a file before it is sent', () => {
  it.each([
    ['题库.xlsx', 10, null],
    ['题库.XLS', 10, null],
    ['题库.doc', 10, 'old_word'],
    ['题库.pdf', 10, 'pdf'],
    ['题库.jpg', 10, 'picture'],
    ['题库.exe', 10, 'ending'],
    ['题库', 10, 'ending'],
    ['题库.csv', 0, 'empty'],
    ['题库.csv', 5 * 1024 * 1024 + 1, 'too_large'],
  ] as const)('%s of %i bytes: %s', (name, size, problem) => expect(fileProblem({ name, size })).toBe(problem));

  it('has a size people can read', () => {
    expect([100, 325_000, 1_300_000].map(fileSize)).toEqual(['1\u00a0KB', '317\u00a0KB', '1.2\u00a0MB']);
  });
});

describe('the steps of an import', () => {
  const code = { code: '1', count: 8, suggested: null, meaning: null, isConfirmed: false };
  it('go from reading to the drafts', () => {
    expect(flowStep(aDetail({ state: 'reading' }))).toBe('read');
    expect(flowStep(aDetail({ state: 'failed' }))).toBe('read');
    expect(flowStep(aDetail({ mapping: aMapping({ typeCodes: [code] }) }))).toBe('check');
    expect(flowStep(aDetail())).toBe('mend');
    expect(flowStep(aDetail({ counts: { ...aDetail().counts, refused: 0 } }))).toBe('commit');
    expect(flowStep(aDetail({ counts: { ...aDetail().counts, good: 0, refused: 0 } }))).toBe('read');
    expect(flowStep(aDetail({ state: 'committed' }))).toBeNull();
  });

  it('counts neither known questions nor those left out', () => {
    expect(commitCount({ ...aDetail().counts, known: 3 }, 2)).toBe(5);
    expect(commitCount({ ...aDetail().counts, good: 1 }, 2)).toBe(0);
  });
});

describe('questions that stay out', () => {
  it('are added and taken back', () => {
    expect(withRefs(['a'], ['a', 'b'], true)).toEqual(['a', 'b']);
    expect(withRefs(['a', 'b'], ['a'], false)).toEqual(['b']);
    expect(leftOutOf(null, 'x')).toEqual([]);
  });
});

describe('columns', () => {
  it('have names, numbered ones with a letter', () => {
    expect(meaningName('stem')).toEqual({ key: 'meaning_stem', letter: null });
    expect(meaningName('option-3')).toEqual({ key: 'meaning_option_at', letter: 'C' });
    expect(meaningName('correct-1')).toEqual({ key: 'meaning_correct_at', letter: 'A' });
    expect(meaningName('something-new')).toEqual({ key: 'meaning_ignored', letter: null });
  });

  it('offer what fits the layout', () => {
    expect(meaningsFor('question-rows')).toContain('option-10');
    expect(meaningsFor('question-rows')).not.toContain('option-letter');
    expect(meaningsFor('option-rows')).toContain('option-correct');
    expect(meaningsFor('option-rows')).not.toContain('option-1');
  });

  it('are missed when nobody can ask without them', () => {
    expect(missingMeanings(aSheet())).toEqual([]);
    expect(missingMeanings(aSheet({ columns: [] }))).toEqual(['stem', 'answer']);
  });
});

describe('pages of a list', () => {
  it('go back when the list has become shorter', () => {
    expect(offsetWithin(50, 60)).toBe(50);
    expect(offsetWithin(50, 50)).toBe(0);
    expect(offsetWithin(100, 51)).toBe(50);
    expect(offsetWithin(50, 0)).toBe(0);
  });
});
