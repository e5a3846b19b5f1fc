import type { RosterRowVerdict } from '@anquanli/contract/rosters';
import type { Translate } from '../../../lib/i18n';
import type { rosterWords } from '../words-roster';
import type { ShownRow } from './shown-rows';

type T = Translate<typeof rosterWords.zh>;

/** A row of a table of names as the desk shows it. */
export function shownRosterRow(t: T, verdict: RosterRowVerdict): ShownRow {
  const { rowNo, is, name, employeeNo, path } = verdict;
  const title = employeeNo === null ? name : `${name} · ${employeeNo}`;
  return { rowNo, is, title: title || '—', under: path.join(' / '), lines: linesOf(t, verdict) };
}

function linesOf(t: T, { before, name, employeeNo, problems }: RosterRowVerdict): string[] {
  if (before !== null) {
    const number = (text: string | null) => text ?? t('emptyNumber');
    return [
      ...(before.name === name ? [] : [`${before.name} → ${name}`]),
      ...(before.employeeNo === employeeNo ? [] : [`${number(before.employeeNo)} → ${number(employeeNo)}`]),
    ];
  }
  return problems.map(({ column, code, found }) =>
    [column === null ? '' : t(`column_${column}`), t(`problem_${code}`), found]
      .filter((text) => text !== '')
      .join(' · '),
  );
}
