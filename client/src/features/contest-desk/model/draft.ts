import type { BlueprintPart, ContestSettings } from '@anquanli/contract/contest-settings';
import { LIMITS } from '@anquanli/contract/vocabulary';

/** Settings as they are typed: numbers may be missing, and what is switched off keeps its figure. */
export interface Draft {
  readonly title: string;
  readonly timeZone: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly hasHours: boolean;
  /** 08:00 */
  readonly from: string;
  readonly until: string;
  readonly unitIds: readonly string[];
  readonly sectors: readonly string[];
  readonly sets: ContestSettings['sets'];
  readonly blueprint: readonly DraftPart[];
  readonly hasLimit: boolean;
  readonly limitSeconds: number | null;
  readonly attemptsADay: number | null;
  readonly counting: ContestSettings['counting'];
  readonly pointsBy: ContestSettings['points']['by'];
  readonly perRight: number | null;
  readonly atLeast: number | null;
  readonly reached: number | null;
  readonly otherwise: number | null;
  readonly fullBonus: number | null;
  readonly feedback: ContestSettings['feedback'];
  readonly passPercent: number | null;
  readonly hasPractice: boolean;
  readonly practiceADay: number | null;
  readonly hasCertificate: boolean;
  readonly boards: ContestSettings['boards'];
  readonly names: ContestSettings['names'];
  readonly asksEmployeeNo: boolean;
  readonly erases: boolean;
  readonly eraseAfterDays: number | null;
}
export type DraftPart = Omit<BlueprintPart, 'count'> & { readonly count: number | null };

/** A number of a draft that is missing or out of its range, by its name. */
export type DraftProblem = keyof Draft;

const DAY_MS = 86_400_000;

/** A month that begins tomorrow, as the real contests are. `at` is epoch ms; days are of the contest's zone. */
export function newDraft(at: number, set: { setId: string; version: string } | null): Draft {
  const day = (days: number) => new Date(at + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
  return {
    ...{ title: '测测你的安全力', timeZone: 'Asia/Shanghai', firstDay: day(1), lastDay: day(30) },
    ...{ hasHours: false, from: '08:00', until: '22:00', unitIds: [], sectors: [], sets: set === null ? [] : [set] },
    blueprint: [{ ...EMPTY_PART, count: 5 }],
    ...{ hasLimit: true, limitSeconds: 150, attemptsADay: 1, counting: 'every' },
    ...{ pointsBy: 'threshold', perRight: 1, atLeast: 4, reached: 2, otherwise: 1, fullBonus: 0 },
    ...{ feedback: 'end', passPercent: 60, hasPractice: true, practiceADay: PRACTICES },
    ...{ hasCertificate: true, boards: ['people', 'units', 'regions', 'sectors'], names: 'masked' },
    ...{ asksEmployeeNo: false, erases: false, eraseAfterDays: 180 },
  };
}
const PRACTICES = 6;
export const EMPTY_PART: DraftPart = { count: 1, setIds: [], categories: [], kinds: [], difficulties: [] };

export function draftOf(settings: ContestSettings): Draft {
  const { hours, audience, limitSeconds, points, practice, eraseAfterDays, blueprint, ...same } = settings;
  const blank = newDraft(0, null);
  return {
    ...blank,
    ...same,
    ...{ hasHours: hours !== null, from: clockOf(hours?.from ?? 480), until: clockOf(hours?.until ?? 1_320) },
    ...{ unitIds: audience.unitIds, sectors: audience.sectors, blueprint },
    ...{ hasLimit: limitSeconds !== null, limitSeconds: limitSeconds ?? blank.limitSeconds },
    ...{ pointsBy: points.by, fullBonus: points.fullBonus },
    ...(points.by === 'right'
      ? { perRight: points.perRight }
      : { atLeast: points.atLeast, reached: points.reached, otherwise: points.otherwise }),
    ...{ hasPractice: practice !== null, practiceADay: practice?.perDay ?? blank.practiceADay },
    ...{ erases: eraseAfterDays !== null, eraseAfterDays: eraseAfterDays ?? blank.eraseAfterDays },
  };
}

/** What has to be filled in before it can be sent. */
export function draftProblems(draft: Draft): DraftProblem[] {
  const range = (value: number | null, { min, max }: { min: number; max: number }) =>
    value === null || value < min || value > max;
  const points = LIMITS.points;
  const isThreshold = draft.pointsBy === 'threshold';
  const checks: [DraftProblem, boolean][] = [
    ['title', draft.title.trim() === ''],
    ['firstDay', draft.firstDay === ''],
    ['lastDay', draft.lastDay === ''],
    ['sets', draft.sets.length === 0],
    ['blueprint', draft.blueprint.some(({ count }) => range(count, LIMITS.questionsPerPaper))],
    ['limitSeconds', draft.hasLimit && range(draft.limitSeconds, LIMITS.paperSeconds)],
    ['attemptsADay', range(draft.attemptsADay, LIMITS.attemptsADay)],
    ['perRight', !isThreshold && range(draft.perRight, points)],
    ['atLeast', isThreshold && range(draft.atLeast, LIMITS.questionsPerPaper)],
    ['reached', isThreshold && range(draft.reached, points)],
    ['otherwise', isThreshold && range(draft.otherwise, points)],
    ['fullBonus', range(draft.fullBonus, points)],
    ['passPercent', range(draft.passPercent, { min: 1, max: 100 })],
    ['practiceADay', draft.hasPractice && range(draft.practiceADay, LIMITS.practicesADay)],
    ['eraseAfterDays', draft.erases && range(draft.eraseAfterDays, LIMITS.eraseAfterDays)],
  ];
  return checks.flatMap(([field, isWrong]) => (isWrong ? [field] : []));
}

/** The settings of a draft without problems. */
export function settingsOf(draft: Draft): ContestSettings {
  const whole = (value: number | null) => value ?? 0;
  const { title, timeZone, firstDay, lastDay, sets, counting, feedback, hasCertificate, boards, names } = draft;
  const fullBonus = whole(draft.fullBonus);
  return {
    ...{ title: title.trim(), timeZone, firstDay, lastDay, sets, counting, feedback, hasCertificate, boards, names },
    hours: draft.hasHours ? { from: minutesOf(draft.from), until: minutesOf(draft.until) } : null,
    audience: { unitIds: [...draft.unitIds], sectors: [...draft.sectors] },
    blueprint: draft.blueprint.map((part) => ({ ...part, count: whole(part.count) })),
    limitSeconds: draft.hasLimit ? whole(draft.limitSeconds) : null,
    attemptsADay: whole(draft.attemptsADay),
    points:
      draft.pointsBy === 'right'
        ? { by: 'right', perRight: whole(draft.perRight), fullBonus }
        : {
            ...{ by: 'threshold', atLeast: whole(draft.atLeast), reached: whole(draft.reached) },
            ...{ otherwise: whole(draft.otherwise), fullBonus },
          },
    passPercent: whole(draft.passPercent),
    practice: draft.hasPractice ? { perDay: whole(draft.practiceADay) } : null,
    asksEmployeeNo: draft.asksEmployeeNo,
    eraseAfterDays: draft.erases ? whole(draft.eraseAfterDays) : null,
  };
}

/** The most a paper can bring. */
export function mostPoints(draft: Draft): number {
  const { points, blueprint } = settingsOf(draft);
  const count = blueprint.reduce((sum, part) => sum + part.count, 0);
  return (
    (points.by === 'right' ? count * points.perRight : Math.max(points.reached, points.otherwise)) + points.fullBonus
  );
}

function clockOf(minutes: number): string {
  // A time field ends at 23:59; midnight at the end of the day is what it means there.
  const shown = Math.min(minutes, 1_439);
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const value = hours * 60 + minutes;
  return value === 1_439 ? 1_440 : value;
}
