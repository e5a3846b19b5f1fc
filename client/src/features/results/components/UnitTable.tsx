import { formatNumber, useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { words } from '../words';
import type { Results } from './results-part';

/** How units did; nothing where only guests played. */
export function UnitTable({ results }: { results: Results }) {
  const t = useWords(words);
  const { units, guests } = results;
  if (units.length === 0) return null;
  return (
    <Card title={t('units')} note={guests > 0 ? t('guests', { count: guests }) : t('unitsNote')}>
      <table className="dk-table">
        <thead>
          <tr>
            <th scope="col" className="dk-r">
              {t('place')}
            </th>
            <th scope="col">{t('unit')}</th>
            <th scope="col" className="dk-r">
              {t('statPeople')}
            </th>
            <th scope="col" className="dk-r">
              {t('unitMean')}
            </th>
            <th scope="col" className="dk-r">
              {t('unitBestTen')}
            </th>
            <th scope="col" className="dk-r">
              {t('unitRight')}
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.unitId}>
              <td className="dk-r">{unit.rank}</td>
              <td>
                <b>{unit.name}</b>
              </td>
              <td className="dk-r">{formatNumber(unit.people)}</td>
              <td className="dk-r">{formatNumber(unit.mean, 1)}</td>
              <td className="dk-r">{formatNumber(unit.bestTen)}</td>
              <td className="dk-r">{`${formatNumber(unit.rightShare * 100)}%`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
