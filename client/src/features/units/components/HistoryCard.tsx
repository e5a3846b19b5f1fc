import { useCallback } from 'react';
import { unitRoutes } from '@anquanli/contract/units';
import { call } from '../../../lib/api-client';
import { formatMoment } from '../../../lib/dates';
import { useLanguage, useWords } from '../../../lib/i18n';
import { useLoaded } from '../../../lib/use-call';
import { Card } from '../../../ui/desk/Card';
import { words } from '../words';

/** Who did what to the unit. Read anew with each version. */
export function HistoryCard({ unitId, version }: { unitId: string; version: number }) {
  const t = useWords(words);
  const [language] = useLanguage();
  // The version is no part of the request: another one is a reason to ask again.
  const load = useCallback(() => {
    void version;
    return call(unitRoutes.history, { params: { unitId } });
  }, [unitId, version]);
  const { value } = useLoaded(load);
  if (value === null || value.changes.length === 0) return null;
  return (
    <Card title={t('history')} isScrollable className="un-history">
      <ol>
        {value.changes.map(({ at, byName, action, detail }, index) => (
          <li key={index}>
            <span>{formatMoment(at, language)}</span>
            <b>{byName ?? t('somebody')}</b>
            <span>
              {t(`action_${action}`)} {action === 'changed' ? '' : detail}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
