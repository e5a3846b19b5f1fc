import { useCallback, useState } from 'react';
import { rosterRoutes, type RosterEntry } from '@anquanli/contract/rosters';
import { call } from '../../../lib/api-client';
import { formatMoment } from '../../../lib/dates';
import { useLanguage, useWords } from '../../../lib/i18n';
import { useLoaded } from '../../../lib/use-call';
import { Card } from '../../../ui/desk/Card';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { StateCard } from '../../../ui/StateCard';
import { Reading } from '../UnitsPage';
import { rosterWords } from '../words-roster';

const PAGE = 100;
const STATES = ['free', 'claimed'] as const;

/** The roster of one unit, some at a time, with who has registered. */
export function RosterTable({ unitId }: { unitId: string }) {
  const t = useWords(rosterWords);
  const [state, setState] = useState<(typeof STATES)[number] | undefined>();
  const [offset, setOffset] = useState(0);
  const load = useCallback(
    () => call(rosterRoutes.list, { params: { unitId }, query: { state, offset: String(offset) } }),
    [unitId, state, offset],
  );
  const { value, failure, reload } = useLoaded(load);
  return (
    <Card>
      <div className="un-search">
        <p className="dk-lead">{value === null ? '' : t('counted', { total: value.total, claimed: value.claimed })}</p>
        <select
          className="dk-input"
          aria-label={t('state')}
          value={state ?? ''}
          onChange={(event) => {
            setState(STATES.find((each) => each === event.target.value));
            setOffset(0);
          }}
        >
          <option value="">{t('state_all')}</option>
          {STATES.map((each) => (
            <option key={each} value={each}>
              {t(`state_${each}`)}
            </option>
          ))}
        </select>
      </div>
      {value === null && <Reading failure={failure} onRetry={reload} />}
      {value?.total === 0 && <StateCard title={t('none')} help={t('noneHelp')} />}
      {value !== null && value.total > 0 && value.matching === 0 && <p className="dk-quiet">{t('noRows')}</p>}
      {value !== null && value.entries.length > 0 && (
        <>
          <Places entries={value.entries} />
          <div className="un-deeds">
            {offset > 0 && <DeskButton onClick={() => setOffset(offset - PAGE)}>{t('before')}</DeskButton>}
            {offset + PAGE < value.matching && (
              <DeskButton onClick={() => setOffset(offset + PAGE)}>{t('more')}</DeskButton>
            )}
            <span className="dk-quiet">
              {t('range', { from: offset + 1, to: offset + value.entries.length, count: value.matching })}
            </span>
          </div>
        </>
      )}
    </Card>
  );
}

function Places({ entries }: { entries: readonly RosterEntry[] }) {
  const t = useWords(rosterWords);
  const [language] = useLanguage();
  return (
    <table className="dk-table dk-stacked">
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('employeeNo')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('claimedAt')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, name, employeeNo, claimedAt, claimedBy }) => (
          <tr key={id}>
            <td>
              <b>{name || t('erased')}</b>
              {claimedBy !== null && claimedBy.name !== name && claimedBy.name !== '' && (
                <small> {t('claimedAs', { name: claimedBy.name })}</small>
              )}
            </td>
            <td>{employeeNo ?? '—'}</td>
            <td>{t(claimedBy === null ? 'state_free' : 'state_claimed')}</td>
            <td className="muted">{claimedAt === null ? '—' : formatMoment(claimedAt, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
