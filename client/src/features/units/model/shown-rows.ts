import { UNIT_KINDS } from '@anquanli/contract/vocabulary';
import type { UnitRowVerdict } from '@anquanli/contract/unit-files';
import type { Translate } from '../../../lib/i18n';
import type { fileWords } from '../words-files';

export const EFFECTS = ['error', 'new', 'changed', 'removed', 'unchanged'] as const;
export type Effect = (typeof EFFECTS)[number];

/** A row of a file as the desk shows it, whatever the file is about. */
export interface ShownRow {
  /** null where the file has no row for it. */
  readonly rowNo: number | null;
  readonly is: Effect;
  readonly title: string;
  readonly under: string;
  /** What changes, or what is the matter, a line each. */
  readonly lines: readonly string[];
}

type T = Translate<typeof fileWords.zh>;

export function shownUnitRow(t: T, verdict: UnitRowVerdict): ShownRow {
  const { rowNo, path, name, is } = verdict;
  return { rowNo, is, title: name || '—', under: path.join(' / '), lines: linesOf(t, verdict) };
}

/** How many rows there are of each effect, in the order of {@link EFFECTS}; effects without rows are left out. */
export function countsOf(rows: readonly ShownRow[]): { effect: Effect; count: number }[] {
  const counted = EFFECTS.map((effect) => ({ effect, count: rows.filter(({ is }) => is === effect).length }));
  return counted.filter(({ count }) => count > 0);
}

/** How many rows do something when they are brought in. */
export function doingOf(rows: readonly ShownRow[]): number {
  return rows.filter(({ is }) => is !== 'error' && is !== 'unchanged').length;
}

function linesOf(t: T, verdict: UnitRowVerdict): string[] {
  switch (verdict.is) {
    case 'new':
      return [[valueText(t, 'kind', verdict.kind), verdict.code ?? ''].filter((text) => text !== '').join(' · ')];
    case 'changed':
      return verdict.changes.map(
        ({ column, before, after }) =>
          `${t(`column_${column}`)}：${valueText(t, column, before)} → ${valueText(t, column, after)}`,
      );
    case 'unchanged':
      return [];
    case 'error':
      return verdict.problems.map(({ column, code, found }) =>
        [column === null ? '' : t(`column_${column}`), t(`problem_${code}`), found]
          .filter((text) => text !== '')
          .join(' · '),
      );
  }
}

function valueText(t: T, column: string, value: string | null): string {
  if (column === 'path' && (value === null || value === '')) return t('top');
  if (value === null || value === '') return t('none');
  if (column === 'needsApproval') return t(value === 'true' ? 'yes' : 'no');
  const kind = column === 'kind' ? UNIT_KINDS.find((each) => each === value) : undefined;
  return kind === undefined ? value : t(`kind_${kind}`);
}
