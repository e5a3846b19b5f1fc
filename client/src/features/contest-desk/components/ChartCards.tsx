import { useMemo } from 'react';
import type { Dashboard } from '@anquanli/contract/contest-desk';
import { rateText } from '../../../lib/figures';
import { formatNumber, useWords } from '../../../lib/i18n';
import { useMedia } from '../../../lib/use-media';
import { Card } from '../../../ui/desk/Card';
import { dayOption, hourOption, paletteOf } from '../model/chart-options';
import { words } from '../words';
import { Chart } from './Chart';

/** People day by day. */
export function DayCard({ days }: { days: Dashboard['days'] }) {
  const t = useWords(words);
  const palette = usePalette();
  const option = useMemo(
    () => dayOption(days, { newPeople: t('newPeople'), active: t('active') }, palette),
    [days, t, palette],
  );
  const rows = days.map(({ day, people, active, attempts, points, right, asked }) => [
    ...[day, formatNumber(people), formatNumber(active), formatNumber(attempts)],
    ...[attempts === 0 ? '–' : formatNumber(points / attempts, 2), rateText(asked === 0 ? null : right / asked)],
  ]);
  const head = [t('dayCol'), t('newPeople'), t('active'), t('attempts'), t('meanPoints'), t('rightShare')];
  return (
    <Card title={t('perDay')} note={t('perDayNote')} className="cd-wide">
      <Chart label={t('chartDays')} option={option} table={<Figures head={head} rows={rows} />} />
    </Card>
  );
}

/** When in the day people hand in. */
export function HourCard({ hours }: { hours: Dashboard['hours'] }) {
  const t = useWords(words);
  const palette = usePalette();
  const option = useMemo(() => hourOption(hours, t('attempts'), palette), [hours, t, palette]);
  const rows = hours.map(({ hour, attempts, points, right, asked }) => [
    ...[`${hour}:00`, formatNumber(attempts)],
    ...[attempts === 0 ? '–' : formatNumber(points / attempts, 2), rateText(asked === 0 ? null : right / asked)],
  ]);
  const head = [t('hourCol'), t('attempts'), t('meanPoints'), t('rightShare')];
  return (
    <Card title={t('perHour')} note={t('perHourNote')}>
      <Chart label={t('chartHours')} option={option} table={<Figures head={head} rows={rows} />} />
    </Card>
  );
}

function Figures({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <table className="dk-table">
      <thead>
        <tr>
          {head.map((name, index) => (
            <th key={name} scope="col" className={index === 0 ? undefined : 'dk-r'}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]}>
            {row.map((cell, index) => (
              <td key={index} className={index === 0 ? undefined : 'dk-r num'}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The colours of the page, read again when it turns dark. */
function usePalette() {
  const isDark = useMedia('(prefers-color-scheme: dark)');
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => paletteOf(document.documentElement), [isDark]);
}
