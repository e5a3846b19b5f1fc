import { useState } from 'react';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import type { ShownRow } from '../model/shown-rows';
import { fileWords } from '../words-files';

const PAGE = 100;

/** Rows of a file with what each does, some at a time. */
export function ShownRowsTable({ rows, about }: { rows: readonly ShownRow[]; about: string }) {
  const t = useWords(fileWords);
  const [count, setCount] = useState(PAGE);
  if (rows.length === 0) return <p className="dk-quiet">{t('noRows')}</p>;
  return (
    <>
      <table className="dk-table dk-stacked un-rows">
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            <th scope="col">{about}</th>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('details')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, count).map((row, index) => (
            <tr key={index}>
              <td className="un-row-no">{row.rowNo ?? '—'}</td>
              <td>
                <b>{row.title}</b>
                {row.under !== '' && <small>{row.under}</small>}
              </td>
              <td>
                <span className={`dk-tag un-is-${row.is}`}>{t(`is_${row.is}`)}</span>
              </td>
              <td>
                {row.lines.map((line) => (
                  <span key={line} className="un-line">
                    {line}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > count && <DeskButton onClick={() => setCount(count + PAGE)}>{t('more')}</DeskButton>}
    </>
  );
}
