import type { Dashboard } from '@anquanli/contract/contest-desk.js';
import { NO_CELL, plus } from '../../../domain/contest/score.js';
import { rateBasis, rateOf } from '../../../domain/contest/unit-standings.js';
import type { Cell, Sheet } from '../../../platform/spreadsheet/workbook.js';
import type { ContestFigures, GroupRow, QuestionFigures } from '../../contest/contest.api.js';
import type { reportWords } from './report-words.js';

type Words = ReturnType<typeof reportWords>;

/** A person's row, names looked up. */
export interface PersonRow {
  readonly name: string;
  readonly employeeNo: string | null;
  readonly unitId: string;
  readonly points: number;
  readonly timeMs: number;
  readonly attempts: number;
  readonly bestRight: number;
  readonly bestAsked: number;
}

/** More rows than one sheet of a spreadsheet program takes go to the next. */
const SHEET_ROWS = 500_000;

/** Regions, sectors, and the rates of each region by sector. */
export function regionSheets(figures: ContestFigures, words: Words): Sheet[] {
  return [
    groupSheet(words.regions, words.region, figures.regions, words),
    groupSheet(words.sectors, words.sector, figures.sectors, words),
    crossSheet(figures, words),
  ];
}

/** Every unit the account sees, each with all below it. */
export function unitSheet(figures: ContestFigures, isSeen: (unitId: string) => boolean, words: Words): Sheet {
  const { tree, audience, raw } = figures;
  const head = [
    ...[words.region, words.above, words.unit, words.sector, words.participants, words.headCount, words.rate],
    ...[words.attempts, words.points, words.mean, words.fullMarks, words.rightShare],
  ];
  const rows = tree.all().flatMap((id): Cell[][] => {
    const node = tree.get(id);
    if (node === null || node.status === 'merged' || !audience.has(id) || !isSeen(id)) return [];
    const below = tree.subtree(id).filter((each) => audience.has(each));
    const sum = below.reduce((cell, each) => plus(cell, raw.cells.get(each) ?? NO_CELL), NO_CELL);
    const basis = rateBasis(tree, raw, id);
    const region = tree.regionOf(id);
    return [
      [
        region === null ? null : (tree.get(region)?.name ?? null),
        tree.namesOf(id).slice(0, -1).join(' / '),
        ...[node.name, tree.sectorOf(id), sum.people, basis.headCount, rounded(rateOf(basis))],
        ...[sum.attempts, sum.points, share(sum.points, sum.people), sum.fullMarks, share(sum.right, sum.asked)],
      ],
    ];
  });
  return { name: words.units, rows: [head, ...rows] };
}

/** People by points and time. */
export function peopleSheets(people: readonly PersonRow[], figures: ContestFigures, words: Words): Sheet[] {
  const { tree } = figures;
  const head = [
    ...[words.place, words.name, words.employeeNo, words.region, words.unit, words.points, words.attempts],
    ...[words.seconds, words.bestRight, words.bestAsked],
  ];
  const sorted = [...people].sort((a, b) => b.points - a.points || a.timeMs - b.timeMs);
  let place = 0;
  const rows = sorted.map((person, index): Cell[] => {
    const above = sorted[index - 1];
    if (above?.points !== person.points || above.timeMs !== person.timeMs) place = index + 1;
    const region = tree.regionOf(person.unitId);
    return [
      ...[place, person.name === '' ? words.erased : person.name, person.employeeNo],
      region === null ? null : (tree.get(region)?.name ?? null),
      ...[tree.namesOf(person.unitId).join(' / '), person.points, person.attempts],
      ...[Math.round(person.timeMs / 100) / 10, person.bestRight, person.bestAsked],
    ];
  });
  const sheets = Math.max(1, Math.ceil(rows.length / SHEET_ROWS));
  return Array.from({ length: sheets }, (_, index) => ({
    name: index === 0 ? words.people : `${words.people} ${index + 1}`,
    rows: [head, ...rows.slice(index * SHEET_ROWS, (index + 1) * SHEET_ROWS)],
  }));
}

/** The hardest first. */
export function questionSheet(questions: readonly QuestionFigures[], words: Words): Sheet {
  const head = [
    ...[words.stem, words.set, words.category, words.difficulty],
    ...[words.asked, words.answered, words.right, words.rightShare],
  ];
  const sorted = [...questions].sort((a, b) => a.right / a.asked - b.right / b.asked || b.asked - a.asked);
  const rows = sorted.map(({ stem, setId, category, difficulty, asked, answered, right }): Cell[] => [
    ...[stem, setId, category, difficulty, asked, answered, right, share(right, asked)],
  ]);
  return { name: words.questions, rows: [head, ...rows] };
}

export function daySheet(days: Dashboard['days'], words: Words): Sheet {
  const head = [
    ...[words.day, words.newPeople, words.active, words.attempts],
    ...[words.points, words.fullMarks, words.rightShare],
  ];
  const rows = days.map(({ day, people, active, attempts, points, fullMarks, right, asked }): Cell[] => [
    ...[day, people, active, attempts, points, fullMarks, share(right, asked)],
  ]);
  return { name: words.days, rows: [head, ...rows] };
}

function groupSheet(name: string, column: string, groups: readonly GroupRow[], words: Words): Sheet {
  const head = [
    ...[column, words.participants, words.headCount, words.rate, words.unitCount, words.ratedUnits, words.attempts],
    ...[words.points, words.mean, words.bestTen, words.index, words.fullMarks, words.rightShare],
  ];
  const rows = [...groups].map(({ name: group, figures }): Cell[] => {
    const { people, headCount, rate, units, ratedUnits, attempts, points, mean, bestTen, index } = figures;
    return [
      ...[group, people, headCount, rounded(rate), units, ratedUnits, attempts, points],
      ...[rounded(mean), bestTen, rounded(index), figures.fullMarks, share(figures.right, figures.asked)],
    ];
  });
  return { name, rows: [head, ...rows] };
}

interface CrossCell {
  readonly people: number;
  /** Of units with a head-count. */
  readonly counted: number;
  readonly headCount: number;
}

/** One line a region, one column a sector: people, and the rate of the enterprises there that have a head-count. */
function crossSheet({ tree, units }: ContestFigures, words: Words): Sheet {
  const sectors = [...new Set(units.map(({ id }) => tree.sectorOf(id) ?? words.none))].sort();
  const regions = new Map<string, Map<string, CrossCell>>();
  for (const { id, figures } of units) {
    const regionId = tree.regionOf(id);
    const region = regionId === null ? words.none : (tree.get(regionId)?.name ?? words.none);
    const sector = tree.sectorOf(id) ?? words.none;
    const line = regions.get(region) ?? new Map<string, CrossCell>();
    const held = line.get(sector) ?? { people: 0, counted: 0, headCount: 0 };
    const { people, rate, headCount } = figures;
    line.set(sector, {
      people: held.people + people,
      counted: held.counted + (rate ?? 0) * (headCount ?? 0),
      headCount: held.headCount + (headCount ?? 0),
    });
    regions.set(region, line);
  }
  const head = [
    words.region,
    ...sectors.flatMap((sector) => [`${sector} ${words.participants}`, `${sector} ${words.rate}`]),
  ];
  const rows = [...regions].map(([region, line]): Cell[] => [
    region,
    ...sectors.flatMap((sector): Cell[] => {
      const cell = line.get(sector);
      return cell === undefined ? [null, null] : [cell.people, share(cell.counted, cell.headCount)];
    }),
  ]);
  return { name: words.regionsBySector, rows: [head, ...rows] };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : rounded(part / whole);
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}
