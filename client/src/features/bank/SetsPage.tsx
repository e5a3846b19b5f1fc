import { App as AntApp } from 'antd';
import { useCallback, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { bankRoutes } from '@anquanli/contract/bank';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { useErrorText } from '../../lib/error-words';
import { useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { deskButton, DeskButton } from '../../ui/desk/DeskButton';
import { PageHead } from '../../ui/desk/PageHead';
import { Note } from '../../ui/Note';
import { StateCard } from '../../ui/StateCard';
import { LoadState } from './components/LoadState';
import { SetCard } from './components/SetCard';
import { SetDialog } from './components/SetDialog';
import { setsWords } from './words-sets';

/** All question sets, where each stands, and the way to a new one. */
export default function SetsPage({ isAdmin }: { isAdmin: boolean }) {
  const t = useWords(setsWords);
  const [, goTo] = useLocation();
  const { message } = AntApp.useApp();
  const [isAdding, setAdding] = useState(false);
  const { value, failure, reload } = useLoaded(useCallback(() => call(bankRoutes.sets), []));
  const problem = useErrorText(failure);
  useDocumentTitle(t('title'));

  const add = (
    <DeskButton look="primary" icon="plus" onClick={() => setAdding(true)}>
      {t('newSet')}
    </DeskButton>
  );
  return (
    <>
      <PageHead
        title={t('title')}
        help={t('help')}
        actions={
          <>
            <Link href="/bank/registry" className={deskButton()}>
              {t('registry')}
            </Link>
            {isAdmin && value !== null && value.sets.length > 0 && add}
          </>
        }
      />
      {value === null && <LoadState failure={failure} onRetry={reload} />}
      {value !== null && problem !== '' && <Note tone="no" title={problem} />}
      {value !== null && value.sets.length === 0 && (
        <StateCard title={t('emptyTitle')} help={t('emptyHelp')} {...(isAdmin ? { action: add } : {})} />
      )}
      {value !== null && value.sets.length > 0 && (
        <ul className="bk-sets" aria-label={t('listLabel')}>
          {value.sets.map((set) => (
            <SetCard key={set.setId} set={set} isAdmin={isAdmin} />
          ))}
        </ul>
      )}
      <SetDialog
        isOpen={isAdding}
        set={null}
        onClose={() => setAdding(false)}
        onDone={(set) => {
          void message.success(t('created'));
          goTo(`/bank/${set.setId}`);
        }}
      />
    </>
  );
}
