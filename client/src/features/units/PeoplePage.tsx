import { useCallback, useEffect, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { peopleDeskRoutes, type PersonLine } from '@anquanli/contract/people-desk';
import type { Account } from '@anquanli/contract/identity';
import { PARTICIPANT_STATUSES, type ParticipantStatus } from '@anquanli/contract/vocabulary';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { useErrorText } from '../../lib/error-words';
import { useWords } from '../../lib/i18n';
import { useLoaded, useOrder } from '../../lib/use-call';
import { Card } from '../../ui/desk/Card';
import { deskButton, DeskButton } from '../../ui/desk/DeskButton';
import { PageHead } from '../../ui/desk/PageHead';
import { Note } from '../../ui/Note';
import { StateCard } from '../../ui/StateCard';
import { ClaimsCard } from './components/ClaimsCard';
import { EraseDialog } from './components/EraseDialog';
import { PeopleTable, type PersonDeed } from './components/PeopleTable';
import { Reading } from './UnitsPage';
import { peopleWords } from './words-people';

const PAGE = 100;
const PAUSE_MS = 300;

/** `/units/people`: who registered, and who asks to be let in. */
export default function PeoplePage({ account }: { account: Account }) {
  const t = useWords(peopleWords);
  useDocumentTitle(t('title'));
  const unitId = new URLSearchParams(useSearch()).get('unit') ?? undefined;
  const [typed, setTyped] = useState('');
  const search = useLater(typed);
  const [status, setStatus] = useState<ParticipantStatus | undefined>();
  const [offset, setOffset] = useState(0);
  const [erasing, setErasing] = useState<PersonLine | null>(null);
  const order = useOrder();
  const problem = useErrorText(order.failure);
  const load = useCallback(
    () =>
      call(peopleDeskRoutes.list, { query: { unitId, status, search: search || undefined, offset: String(offset) } }),
    [unitId, status, search, offset],
  );
  const { value, failure, reload } = useLoaded(load);

  async function carryOut(person: PersonLine, action: PersonDeed) {
    if (action === 'erase') return setErasing(person);
    const input = { params: { personId: person.personId }, body: { action } };
    if ((await order.give(() => call(peopleDeskRoutes.change, input))) !== null) reload();
  }

  return (
    <>
      <PageHead
        title={t('title')}
        help={t('help')}
        actions={
          <Link href="/units" className={deskButton()}>
            {t('back')}
          </Link>
        }
      />
      <ClaimsCard onDecided={reload} />
      <Card>
        <div className="un-search">
          <input
            className="dk-input"
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setOffset(0);
            }}
          />
          <select
            className="dk-input"
            aria-label={t('state')}
            value={status ?? ''}
            onChange={(event) => {
              setStatus(PARTICIPANT_STATUSES.find((each) => each === event.target.value));
              setOffset(0);
            }}
          >
            <option value="">{t('status_all')}</option>
            {PARTICIPANT_STATUSES.map((each) => (
              <option key={each} value={each}>
                {t(`status_${each}`)}
              </option>
            ))}
          </select>
        </div>
        {problem !== '' && <Note tone="no" title={problem} />}
        {value === null && <Reading failure={failure} onRetry={reload} />}
        {value?.people.length === 0 && <StateCard title={t('none')} help={t('noneHelp')} />}
        {value !== null && value.people.length > 0 && (
          <>
            <p className="dk-quiet">{t('matching', { count: value.matching })}</p>
            <PeopleTable
              people={value.people}
              mayErase={account.role !== 'captain'}
              isBusy={order.isBusy}
              onDeed={(person, deed) => void carryOut(person, deed)}
            />
            {offset + PAGE < value.matching && (
              <DeskButton onClick={() => setOffset(offset + PAGE)}>{t('more')}</DeskButton>
            )}
          </>
        )}
      </Card>
      <EraseDialog
        person={erasing}
        onClose={() => setErasing(null)}
        onDone={() => {
          setErasing(null);
          reload();
        }}
      />
    </>
  );
}

/** What is typed, once it rests. */
function useLater(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
