import { useCallback } from 'react';
import { contestDeskRoutes } from '@anquanli/contract/contest-desk';
import { call } from '../../lib/api-client';
import { formatMoment } from '../../lib/dates';
import { useLanguage, useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { Card } from '../../ui/desk/Card';
import { DeskReading } from './components/DeskReading';
import { watchWords } from './words-watch';

/** Who did what, the newest first. */
export function LogTab({ contestId }: { contestId: string }) {
  const t = useWords(watchWords);
  const [language] = useLanguage();
  const load = useCallback(() => call(contestDeskRoutes.log, { params: { contestId } }), [contestId]);
  const { value, failure, reload } = useLoaded(load);
  if (value === null) return <DeskReading failure={failure} onRetry={reload} />;
  return (
    <Card>
      <table className="dk-table dk-stacked">
        <thead>
          <tr>
            <th scope="col">{t('at')}</th>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('reason')}</th>
          </tr>
        </thead>
        <tbody>
          {value.lines.map(({ at, byName, action, personName, detail }, index) => (
            <tr key={index}>
              <td className="muted num">{formatMoment(at, language)}</td>
              <td>{byName ?? t('server')}</td>
              <td>{t(`did_${action}`)}</td>
              <td>{personName === '' ? t('erased') : (personName ?? '')}</td>
              <td>{detail}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
