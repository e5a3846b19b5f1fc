import type { ContestUnitLine, Dashboard } from '@anquanli/contract/contest-desk.js';
import { Injectable } from '@nestjs/common';
import { NO_CELL, plus, type Cell } from '../../../domain/contest/score.js';
import { groupFigures, rateBasis, rateOf } from '../../../domain/contest/unit-standings.js';
import { dayAt, dayPlus } from '../../../domain/shared/zoned-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Turns } from '../../../platform/lifecycle/turns.js';
import { ParticipantsApi } from '../../units/units.api.js';
import { questionOfKey } from '../attempts/paper-line.js';
import { Papers } from '../attempts/papers.service.js';
import { type ContestFigures, ContestFiguresService } from '../boards/contest-figures.service.js';
import { paperLength } from '../contests.repository.js';
import { ContestHourEntity } from '../entities/contest-hour.entity.js';
import { ContestQuestionEntity } from '../entities/contest-question.entity.js';
import type { ContestEntity } from '../entities/contest.entity.js';
import type { DeskView } from './desk-scope.service.js';

const HARDEST = 10;
/** A question that few have seen says little. */
const ASKED_AT_LEAST = 5;
const WEEK_DAYS = 7;

/** How a question went, with its words. */
export interface QuestionFigures {
  readonly setId: string;
  readonly questionId: string;
  readonly kind: Dashboard['hardest'][number]['kind'];
  readonly stem: string;
  readonly category: string;
  readonly difficulty: number;
  readonly asked: number;
  readonly answered: number;
  readonly right: number;
}

/** What an organiser watches; a captain as far as it is the own subtree's. */
@Injectable()
export class DashboardService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly figures: ContestFiguresService,
    private readonly participants: ParticipantsApi,
    private readonly papers: Papers,
    private readonly clock: Clock,
  ) {}

  async of(view: DeskView): Promise<Dashboard> {
    const { contest } = view;
    const figures = await this.figures.of(contest);
    const total = totalOf(view, figures);
    const units = figures.units.filter(({ id }) => isSeen(view, id));
    const questions = await this.questionsOf(contest);
    return {
      ...{ serverNow: this.clock.now(), people: total.people, headCount: total.headCount, rate: total.rate },
      ...{ attempts: total.attempts, fullMarks: total.fullMarks },
      meanRight: total.attempts === 0 ? null : total.right / total.attempts,
      questions: paperLength(contest.settings),
      units: units.length,
      ratedUnits: units.filter((unit) => unit.figures.ratedUnits > 0).length,
      unitsWithNobody: units.filter((unit) => unit.figures.people === 0).length,
      days: daysOf(view, figures),
      hours: await this.hoursOf(contest.id),
      hardest: questions
        .filter(({ asked }) => asked >= ASKED_AT_LEAST)
        .sort((a, b) => a.right / a.asked - b.right / b.asked || b.asked - a.asked)
        .slice(0, HARDEST)
        .map(({ category: _c, difficulty: _d, answered: _a, ...question }) => question),
    };
  }

  async unitsOf(view: DeskView): Promise<ContestUnitLine[]> {
    const { contest, tree } = view;
    const figures = await this.figures.of(contest);
    const weekAgo = dayPlus(dayAt(this.clock.now(), contest.settings.timeZone), -WEEK_DAYS);
    const news = new Map<string, number>();
    for (const { unitId, day, people } of figures.days)
      if (day > weekAgo) news.set(unitId, (news.get(unitId) ?? 0) + people);
    const shown = withAncestors(view, figures);
    const counted = new Set([...shown].flatMap((unitId) => tree.subtree(unitId)));
    const registered = await this.participants.countByUnit([...counted]);
    const lines: ContestUnitLine[] = [];
    const turns = new Turns();
    for (const unitId of tree.all()) {
      await turns.between();
      const node = tree.get(unitId);
      if (node === null || !shown.has(unitId) || node.status === 'merged') continue;
      const { name, kind, parentId } = node;
      const all = tree.subtree(unitId);
      const below = all.filter((id) => figures.audience.has(id));
      const { people, attempts, points } = below.reduce(
        (cell, id) => plus(cell, figures.raw.cells.get(id) ?? NO_CELL),
        NO_CELL,
      );
      const basis = rateBasis(tree, figures.raw, unitId);
      lines.push({
        ...{ unitId, name, kind, parentId: shown.has(parentId ?? '') ? parentId : null },
        ...{ people, attempts, points, headCount: basis.headCount },
        week: sumOf(below, news),
        registered: sumOf(all, registered),
        rate: rateOf(basis),
        mean: people === 0 ? null : points / people,
      });
    }
    return lines;
  }

  /** Every question that was asked, in no order. */
  async questionsOf(contest: ContestEntity): Promise<QuestionFigures[]> {
    const rows = await this.unitOfWork.read((manager) =>
      manager.findBy(ContestQuestionEntity, { contestId: contest.id }),
    );
    const lines = await this.papers.askable(
      contest.settings.sets,
      rows.map(({ question }) => question),
    );
    const words = new Map(
      await Promise.all(lines.map(async (line) => [line.questionId, await this.papers.stored(line)] as const)),
    );
    return rows.flatMap(({ question, asked, answered, rightCount }) => {
      const { setId, questionId } = questionOfKey(question);
      const stored = words.get(questionId);
      if (stored === undefined || asked <= 0) return [];
      const { type, stem, category, difficulty } = stored;
      return [{ setId, questionId, kind: type, stem, category, difficulty, asked, answered, right: rightCount }];
    });
  }

  private async hoursOf(contestId: string): Promise<Dashboard['hours']> {
    const rows = await this.unitOfWork.read((manager) => manager.findBy(ContestHourEntity, { contestId }));
    const byHour = new Map(rows.map((row) => [row.hour, row]));
    return Array.from({ length: 24 }, (_, hour) => {
      const row = byHour.get(hour);
      return {
        ...{ hour, attempts: row?.attempts ?? 0, points: row?.points ?? 0 },
        ...{ right: row?.rightCount ?? 0, asked: row?.asked ?? 0 },
      };
    });
  }
}

/** Sums of what the account sees. */
export function totalOf({ tree, unitIds, topId }: DeskView, figures: ContestFigures) {
  if (unitIds === null || topId === null) return figures.total;
  const leaves = [...figures.audience].filter((id) => unitIds.has(id));
  return groupFigures(tree, figures.raw, { id: topId, leaves, members: [topId] }, figures.overall);
}

/** One line a day from the first with anything to the last. */
export function daysOf(view: Pick<DeskView, 'unitIds'>, figures: ContestFigures): Dashboard['days'] {
  const days = new Map<string, Cell>();
  for (const cell of figures.days) {
    if (view.unitIds === null || view.unitIds.has(cell.unitId))
      days.set(cell.day, plus(days.get(cell.day) ?? NO_CELL, cell));
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, cell]) => ({ day, ...cell }));
}

function isSeen({ unitIds }: DeskView, unitId: string): boolean {
  return unitIds === null || unitIds.has(unitId);
}

function sumOf(ids: readonly string[], counts: ReadonlyMap<string, number>): number {
  return ids.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
}

/** Units of the audience that the account sees, and what stands above them as far as it sees that. */
function withAncestors(view: DeskView, { audience, tree }: ContestFigures): Set<string> {
  const shown = new Set<string>();
  for (const id of audience)
    if (isSeen(view, id)) for (const each of tree.pathOf(id)) if (isSeen(view, each)) shown.add(each);
  return shown;
}
