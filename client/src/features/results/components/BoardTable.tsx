import { formatNumber, useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { Icon } from '../../../ui/Icon';
import { words } from '../words';
import type { Results } from './results-part';

/** Rows of one page, as the contract says. */
const PAGE = 200;

interface BoardTableProps {
  results: Results;
  offset: number;
  isReading: boolean;
  onPage(offset: number): void;
}

export function BoardTable({ results, offset, isReading, onPage }: BoardTableProps) {
  const t = useWords(words);
  const { board, ranked } = results;
  return (
    <Card title={t('board')} note={t('ranked', { count: formatNumber(ranked) })}>
      {board.length === 0 ? (
        <p className="dk-quiet">{t('boardEmpty')}</p>
      ) : (
        <div className="dk-scroll" tabIndex={0} role="region" aria-label={t('board')} aria-busy={isReading}>
          <table className="dk-table">
            <thead>
              <tr>
                <th scope="col" className="dk-r">
                  {t('place')}
                </th>
                <th scope="col">{t('name')}</th>
                <th scope="col" className="dk-r">
                  {t('right')}
                </th>
                <th scope="col" className="dk-r">
                  {t('rightTime')}
                </th>
                <th scope="col" className="dk-r">
                  {t('points')}
                </th>
              </tr>
            </thead>
            <tbody>
              {board.map((row) => (
                <tr key={row.seatNo} className={row.rank <= 3 ? 'dk-top' : undefined}>
                  <td className="dk-r num">
                    <b>{formatNumber(row.rank)}</b>
                  </td>
                  <td>
                    <b>{row.name}</b>
                  </td>
                  <td className="dk-r">{t('rightOf', { count: row.rightCount })}</td>
                  <td className="dk-r muted">{t('seconds', { count: formatNumber(row.rightTimeMs / 1000, 1) })}</td>
                  <td className="dk-r num">
                    <b>{formatNumber(row.points)}</b>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {ranked > PAGE && (
        <p className="dk-pages">
          <button
            type="button"
            className="dk-small"
            aria-label={t('previous')}
            disabled={offset === 0}
            onClick={() => onPage(Math.max(0, offset - PAGE))}
          >
            <Icon name="back" />
          </button>
          <span>
            {t('page', { from: formatNumber(offset + 1), to: formatNumber(Math.min(offset + PAGE, ranked)) })} /{' '}
            {formatNumber(ranked)}
          </span>
          <button
            type="button"
            className="dk-small"
            aria-label={t('next')}
            disabled={offset + PAGE >= ranked}
            onClick={() => onPage(offset + PAGE)}
          >
            <Icon name="go" />
          </button>
        </p>
      )}
    </Card>
  );
}
