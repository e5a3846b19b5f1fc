import type { Choice } from '@anquanli/contract/question';
import type { RoundSettings, UnitResult } from '@anquanli/contract/rounds';
import type { QuestionStatus, Verdict } from '@anquanli/contract/vocabulary';
import type { PlayedQuestion } from '../../../../domain/question/question.js';
import type { Cell, Sheet } from '../../../../platform/spreadsheet/workbook.js';
import { choiceText, keyText, optionsText } from './answer-text.js';
import { wordsOf, type ExportLanguage } from './words.js';

/** Everything an exported workbook is made of: plain values, fit to be sent to a worker. */
export interface RoundExport {
  readonly language: ExportLanguage;
  readonly settings: RoundSettings;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly questions: readonly ExportedQuestion[];
  readonly people: readonly ExportedPerson[];
  /** Empty when all were guests. */
  readonly units: readonly UnitResult[];
}

export interface ExportedQuestion extends PlayedQuestion {
  readonly status: QuestionStatus;
  readonly seats: number;
  readonly answered: number;
  readonly right: number;
  readonly voidReason: string | null;
}

export interface ExportedPerson {
  readonly seatNo: number;
  readonly name: string;
  readonly unitName: string | null;
  readonly rank: number;
  readonly total: number;
  readonly rightCount: number;
  readonly rightTimeMs: number;
  readonly answers: Readonly<
    Record<number, { choice: Choice | null; verdict: Verdict; points: number; elapsedMs: number | null }>
  >;
}

/** The workbook's sheets as plain rows: people × questions, units where there were any, questions, settings. */
export function roundSheets(round: RoundExport): Sheet[] {
  const words = wordsOf(round.language);
  return [
    { name: words.people, rows: peopleRows(round) },
    ...(round.units.length > 0 ? [{ name: words.units, rows: unitRows(round) }] : []),
    { name: words.questions, rows: questionRows(round) },
    { name: words.settings, rows: settingsRows(round) },
  ];
}

function peopleRows(round: RoundExport): Cell[][] {
  const words = wordsOf(round.language);
  const told = round.questions.filter((question) => question.status !== 'waiting');
  const hasUnits = round.units.length > 0;
  const unit = (cell: Cell) => (hasUnits ? [cell] : []);
  const head: Cell[] = [
    ...[words.rank, words.seat, words.name, ...unit(words.unit)],
    ...[words.points, words.rightCount, words.rightTime],
  ];
  for (const { questionNo } of told) {
    head.push(
      ...[words.answer, words.verdict, words.points, words.seconds].map(
        (word) => `${words.question(questionNo)} ${word}`,
      ),
    );
  }
  const rows = round.people.map((person) => {
    const row: Cell[] = [
      person.rank || null,
      person.seatNo,
      person.name,
      ...unit(person.unitName),
      person.total,
      person.rightCount,
      secondsOf(person.rightTimeMs),
    ];
    for (const question of told) {
      const answer = person.answers[question.questionNo];
      row.push(
        answer?.choice ? choiceText(question, answer.choice, round.language) : null,
        answer ? words.verdicts[answer.verdict] : null,
        answer?.points ?? null,
        answer?.elapsedMs === null || answer === undefined ? null : secondsOf(answer.elapsedMs),
      );
    }
    return row;
  });
  return [head, ...rows];
}

function unitRows({ language, units }: RoundExport): Cell[][] {
  const words = wordsOf(language);
  return [
    [words.rank, words.unit, words.peopleCount, words.meanPoints, words.bestTen, words.rightShare],
    ...units.map(({ rank, name, people, mean, bestTen, rightShare }): Cell[] => [
      ...[rank, name, people, Math.round(mean * 10) / 10, bestTen],
      shareOf(rightShare),
    ]),
  ];
}

function questionRows(round: RoundExport): Cell[][] {
  const words = wordsOf(round.language);
  const head = [
    words.number,
    words.kind,
    words.status,
    words.stem,
    words.options,
    words.key,
    words.explanation,
    words.source,
    words.couldAnswer,
    words.answered,
    words.rightCount,
    words.rightShare,
    words.voidReason,
  ];
  const rows = round.questions.map((question): Cell[] => [
    question.questionNo,
    words.kinds[question.kind],
    words.statuses[question.status],
    question.stem,
    optionsText(question),
    keyText(question, round.language),
    question.explanation,
    question.citations.map(({ title, locator }) => `${title}${locator ?? ''}`).join('\n'),
    question.seats,
    question.answered,
    question.right,
    question.seats === 0 ? null : shareOf(question.right / question.seats),
    question.voidReason,
  ]);
  return [head, ...rows];
}

function settingsRows({ language, settings, startedAt, finishedAt, people }: RoundExport): Cell[][] {
  const words = wordsOf(language);
  return [
    [words.title, settings.title],
    [words.set, `${settings.setId} ${settings.setVersion}`],
    [words.scoring, words.scorings[settings.scoring]],
    [words.multipleScoring, words.multipleScorings[settings.multipleScoring]],
    [words.secondsPerQuestion, settings.secondsPerQuestion ?? words.hostCloses],
    [words.createdAt, new Date(startedAt).toISOString()],
    [words.finishedAt, finishedAt === null ? null : new Date(finishedAt).toISOString()],
    [words.peopleCount, people.length],
  ];
}

function secondsOf(ms: number): number {
  return Math.round(ms / 100) / 10;
}

/** To a thousandth. */
function shareOf(share: number): number {
  return Math.round(share * 1_000) / 1_000;
}
