import { read, utils } from '@e965/xlsx';
import type { Choice, Zone } from '@anquanli/contract/question';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NINE } from '../../../../../test/support/a-round.js';
import { someSettings } from '../../../../../test/support/play.js';
import { roundSheets, type ExportedPerson, type ExportedQuestion, type RoundExport } from './round-sheets.js';
import { neutralised, workbookOf, type Cell } from '../../../../platform/spreadsheet/workbook.js';

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
  return {
    seatNo: 1,
    name: '张三',
    unitName: null,
    rank: 1,
    total: 0,
    rightCount: 0,
    rightTimeMs: 0,
    answers: {},
    ...changes,
  };
}

function aRound(changes: Partial<RoundExport> = {}): RoundExport {
  return {
    language: 'zh',
    settings: someSettings(),
    startedAt: NINE,
    finishedAt: NINE + 3_600_000,
    questions: [aQuestion()],
    people: [aPerson()],
    units: [],
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

/** What spreadsheet programs take for a formula. */
const dangerous = ['=1+1', '+x', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠SUM'];

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

  it('has a sheet of units and a column for them where people came from units', () => {
    const unit = {
      unitId: 'u',
      name: '=城投燃气',
      people: 2,
      mean: 1_062.04,
      bestTen: 2_124,
      rightShare: 1 / 3,
      rank: 1,
    };
    const guest = aPerson({ seatNo: 2, name: '李四' });
    const bytes = workbookOf(roundSheets(aRound({ people: [aPerson({ unitName: '机修班' }), guest], units: [unit] })));
    const { SheetNames: names, Sheets: sheets } = read(bytes, { type: 'array' });
    const rowsOf = (name: string) => utils.sheet_to_json<Cell[]>(sheets[name] ?? {}, { header: 1, defval: null });
    expect(names).toEqual(['参与者', '单位', '题目', '设置']);
    expect(rowsOf('参与者').map((row) => row.slice(2, 5))).toEqual([
      ['姓名', '单位', '得分'],
      ['张三', '机修班', 0],
      ['李四', null, 0],
    ]);
    expect(rowsOf('单位')).toEqual([
      ['名次', '单位', '参与人数', '人均得分', '前十名合计', '正确率'],
      [1, "'=城投燃气", 2, 1_062, 2_124, 0.333],
    ]);
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

describe('answers of other kinds', () => {
  const options = [
    { id: 'b', text: '拔销' },
    { id: 'a', text: '提起' },
    { id: 'c', text: '压把' },
  ];
  const ordering = aQuestion({ kind: 'ordering', options, key: { kind: 'ordering', order: ['a', 'b', 'c'] } });
  const numeric = aQuestion({
    ...{ kind: 'numeric', options: [], form: { kind: 'numeric', unit: '%', decimals: 1 } },
    key: {
      ...{ kind: 'numeric', unit: '%' },
      accept: [
        { min: 19.5, max: 23.5 },
        { min: 40, max: 40 },
      ],
    },
  });
  const bare = aQuestion({ ...numeric, key: { kind: 'numeric', accept: [{ min: -5, max: -5 }], unit: null } });
  const text = aQuestion({
    ...{ kind: 'text', options: [], form: { kind: 'text', blanks: 2 } },
    key: { kind: 'text', blanks: [['预防', '预防为主'], ['治理']], anyOrder: false },
  });
  const zone = (id: string, label: string, x: number): Zone => ({
    ...{ id, label, feedback: null, shape: 'rect' },
    ...{ from: [x, 0], to: [x + 0.1, 1] },
  });
  const picture = aQuestion({
    ...{ kind: 'hotspot', form: { kind: 'hotspot', mode: 'find-all', maxClicks: 9 } },
    options: [
      { id: 'p1', text: '安全帽' },
      { id: 'p2', text: '破损电缆' },
      { id: 'p3', text: '堵住的出口' },
    ],
    key: {
      kind: 'hotspot',
      mode: 'find-all',
      tolerance: 0,
      zones: [zone('p3', '堵住的出口', 0), zone('p2', '破损电缆', 0.3)],
    },
    decoys: [zone('p1', '安全帽', 0.6)],
  });
  const cell = (question: ExportedQuestion, choice: Choice) => {
    const answers = { 1: { choice, verdict: 'wrong' as const, points: 0, elapsedMs: 1_000 } };
    return reopened(aRound({ questions: [question], people: [aPerson({ answers })] })).people[1]?.[6];
  };
  const told = (question: ExportedQuestion) =>
    [1, 4, 5].map((column) => reopened(aRound({ questions: [question] })).questions[1]?.[column]);

  it('are letters in their order for steps', () => {
    expect(cell(ordering, { kind: 'ordering', order: ['c', 'b', 'a'] })).toBe('CAB');
    expect(told(ordering)).toEqual(['排序', 'A. 拔销\nB. 提起\nC. 压把', 'BAC']);
  });

  it('are numbers with their unit, and bare numbers to reckon with', () => {
    expect(cell(numeric, { kind: 'numeric', value: 18 })).toBe('18 %');
    expect(cell(bare, { kind: 'numeric', value: -3.5 })).toBe(-3.5);
    expect(told(numeric)).toEqual(['数值', '', '19.5–23.5 或 40 %']);
    expect(told(bare)[2]).toBe(-5);
  });

  it('are the texts as typed, blank by blank', () => {
    expect(cell(text, { kind: 'text', blanks: [' 预防', ''] })).toBe('预防 / —');
    expect(told(text)).toEqual(['填空', '', '预防 或 预防为主 / 治理']);
  });

  it.each(dangerous)('that begin with %j are no formula', (start) => {
    const typed = String(cell(text, { kind: 'text', blanks: [start, 'x'] }));
    expect(typed.slice(0, 1)).toBe("'");
  });

  it('are places by name, tapped or named, and how many taps hit none', () => {
    const taps: [number, number][] = [
      [0.05, 0.5],
      [0.65, 0.5],
      [0.95, 0.5],
      [0.9, 0.1],
    ];
    expect(cell(picture, { kind: 'hotspot', points: taps, places: ['p2'] })).toBe(
      '安全帽、破损电缆、堵住的出口、另点空 2 处',
    );
    expect(cell(picture, { kind: 'hotspot', points: [[0.95, 0.5]], places: [] })).toBe('另点空 1 处');
    expect(told(picture)).toEqual(['找隐患', '安全帽\n破损电缆\n堵住的出口', '堵住的出口、破损电缆']);
  });
});

describe('texts that spreadsheet programs would run', () => {
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
