import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NINE } from '../../../../../test/support/a-round.js';
import { someSettings } from '../../../../../test/support/play.js';
import {
  roundSheets,
  type Cell,
  type ExportedPerson,
  type ExportedQuestion,
  type RoundExport,
} from './round-sheets.js';
import { neutralised, workbookOf } from './workbook.js';

function aQuestion(changes: Partial<ExportedQuestion> = {}): ExportedQuestion {
  return {
    questionNo: 1,
    status: 'revealed',
    kind: 'single',
    stem: '第一步做什么？',
    // In the order in which this round showed them.
    options: [
      { id: 'c', text: '先作业' },
      { id: 'a', text: '先通风' },
      { id: 'b', text: '先检测' },
    ],
    media: [],
    form: null,
    key: { kind: 'single', option: 'a' },
    decoys: [],
    explanation: '因为如此。',
    citations: [{ title: '《安全生产法》', locator: '第四十一条' }],
    seats: 3,
    answered: 2,
    right: 1,
    voidReason: null,
    ...changes,
  };
}

function aPerson(changes: Partial<ExportedPerson> = {}): ExportedPerson {
  return { seatNo: 1, name: '张三', rank: 1, total: 0, rightCount: 0, rightTimeMs: 0, answers: {}, ...changes };
}

function aRound(changes: Partial<RoundExport> = {}): RoundExport {
  return {
    language: 'zh',
    settings: someSettings(),
    startedAt: NINE,
    finishedAt: NINE + 3_600_000,
    questions: [aQuestion()],
    people: [aPerson()],
    ...changes,
  };
}

/** Writes the workbook and reads it again: rows of a sheet, by number. */
function reopened(round: RoundExport) {
  const book = read(workbookOf(roundSheets(round)), { type: 'array', cellFormula: true });
  const rowsOf = (sheetNo: number) =>
    utils.sheet_to_json<Cell[]>(book.Sheets[book.SheetNames[sheetNo] ?? ''] ?? {}, { header: 1, defval: null });
  const cells = Object.values(book.Sheets).flatMap((sheet) =>
    Object.entries(sheet).flatMap(([place, cell]) =>
      place.startsWith('!') ? [] : [cell as { t: string; f?: string }],
    ),
  );
  return { names: book.SheetNames, people: rowsOf(0), questions: rowsOf(1), settings: rowsOf(2), cells };
}

describe('an exported workbook', () => {
  const two = aQuestion({
    questionNo: 2,
    kind: 'multiple',
    key: { kind: 'multiple', options: ['a', 'b'] },
  });
  const three = aQuestion({
    questionNo: 3,
    kind: 'boolean',
    options: [],
    key: { kind: 'boolean', value: false },
    status: 'void',
    voidReason: '题干有误',
  });
  const four = aQuestion({ questionNo: 4, status: 'waiting', seats: 0, answered: 0, right: 0 });
  const winner = aPerson({
    total: 2_124,
    rightCount: 2,
    rightTimeMs: 7_449,
    answers: {
      1: { choice: { kind: 'single', option: 'a' }, verdict: 'right', points: 1_074, elapsedMs: 5_000 },
      2: { choice: { kind: 'multiple', options: ['b', 'a'] }, verdict: 'right', points: 1_050, elapsedMs: 2_449 },
      3: { choice: { kind: 'boolean', value: true }, verdict: 'void', points: 0, elapsedMs: 900 },
    },
  });
  const quiet = aPerson({
    seatNo: 2,
    name: '李四 #2',
    rank: 2,
    answers: { 1: { choice: null, verdict: 'none', points: 0, elapsedMs: null } },
  });
  const removed = aPerson({ seatNo: 3, name: '王五', rank: 0 });
  const book = reopened(aRound({ questions: [aQuestion(), two, three, four], people: [winner, quiet, removed] }));

  it('opens again, with a sheet for people, questions and settings', () => {
    expect(book.names).toEqual(['参与者', '题目', '设置']);
  });

  it('has a line for each person: rank, seat, name, points, right answers and their time in seconds', () => {
    expect(book.people[0]?.slice(0, 6)).toEqual(['名次', '座位号', '姓名', '得分', '答对题数', '答对用时（秒）']);
    expect(book.people.slice(1).map((row) => row.slice(0, 6))).toEqual([
      [1, 1, '张三', 2_124, 2, 7.4],
      [2, 2, '李四 #2', 0, 0, 0],
      [null, 3, '王五', 0, 0, 0],
    ]);
  });

  it('shows each answer by the letters of the round’s own order, with result, points and seconds', () => {
    expect(book.people[0]?.slice(6, 10)).toEqual(['第1题 作答', '第1题 结果', '第1题 得分', '第1题 用时（秒）']);
    expect(book.people[1]?.slice(6)).toEqual([
      ...['B', '答对', 1_074, 5],
      ...['BC', '答对', 1_050, 2.4],
      ...['对', '本题作废', 0, 0.9],
    ]);
    expect(book.people[2]?.slice(6)).toEqual([null, '未答', 0, null, ...Array<null>(8).fill(null)]);
  });

  it('leaves questions that were never asked out of the people’s sheet', () => {
    expect(book.people[0]).toHaveLength(6 + 3 * 4);
  });

  it('tells of each question how it was shown, what was right and how many knew', () => {
    expect(book.questions).toHaveLength(5);
    expect(book.questions[1]).toEqual([
      ...[1, '单选', '已揭晓', '第一步做什么？', 'A. 先作业\nB. 先通风\nC. 先检测', 'B'],
      ...['因为如此。', '《安全生产法》第四十一条', 3, 2, 1, 0.333, null],
    ]);
    expect(book.questions[2]?.[5]).toBe('BC');
    expect([book.questions[3]?.[1], book.questions[3]?.[5], book.questions[3]?.[12]]).toEqual([
      '判断',
      '错',
      '题干有误',
    ]);
    expect([book.questions[4]?.[2], book.questions[4]?.[11]]).toEqual(['未开始', null]);
  });

  it('says how the round was set up', () => {
    const settings = Object.fromEntries(book.settings);
    expect(settings).toMatchObject({ 场次: '安全月现场答题', 计分方式: '答对优先', 参与人数: 3 });
    expect(settings).toMatchObject({ 创建时间: '2026-06-16T01:00:00.000Z', 结束时间: '2026-06-16T02:00:00.000Z' });
  });

  it('speaks English where that is wanted', () => {
    const english = reopened(aRound({ language: 'en', people: [winner] }));
    expect(english.names).toEqual(['Participants', 'Questions', 'Settings']);
    expect(english.people[0]?.slice(6, 8)).toEqual(['Q1 answer', 'Q1 result']);
  });

  it('of a round without people and without an end is one too', () => {
    const empty = reopened(
      aRound({ people: [], finishedAt: null, settings: someSettings({ secondsPerQuestion: null }) }),
    );
    expect(empty.people).toHaveLength(1);
    expect(Object.fromEntries(empty.settings)).toMatchObject({ '每题时间（秒）': '主持人收题', 结束时间: null });
  });
});

describe('texts that spreadsheet programs would run', () => {
  const dangerous = ['=1+1', '+x', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠SUM'];

  it.each(dangerous)('%j is neutralised wherever a person can type it', (text) => {
    const book = reopened(
      aRound({
        people: [aPerson({ name: text })],
        questions: [aQuestion({ stem: text, voidReason: text, explanation: text })],
        settings: someSettings({ title: text }),
      }),
    );
    for (const cell of [book.people[1]?.[2], book.questions[1]?.[3], book.questions[1]?.[12], book.settings[0]?.[1]]) {
      expect(String(cell).startsWith("'")).toBe(true);
      // Some line ends become one of another kind on the way through XML.
      expect(String(cell).slice(1).trim()).toBe(text.trim());
    }
  });

  it('never become a formula, whatever is typed, and all that is typed comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (name) => {
        const { people, cells } = reopened(aRound({ people: [aPerson({ name })] }));
        expect(cells.some((cell) => cell.f !== undefined || cell.t === 'e')).toBe(false);
        expect(people[1]?.[2]).toBe(neutralised(name));
      }),
    );
  });

  it('are only those: names and numbers stay as they are', () => {
    const harmless: Cell[] = ['张三', 'a=b', '1+1', '', ' =1', 7, -3, null];
    expect(harmless.map(neutralised)).toEqual(harmless);
  });

  it('with characters that XML cannot hold still make a file that opens', () => {
    for (const text of ['\u0000', '\u0007铃', '\ud83d', '\ufffe', '<b>&amp;"\'', ']]>']) {
      const { people } = reopened(aRound({ people: [aPerson({ name: `张${text}` })] }));
      expect(String(people[1]?.[2])).toMatch(/^张/);
    }
  });
});
