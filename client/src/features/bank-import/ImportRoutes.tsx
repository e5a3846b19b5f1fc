import { Link, Route, Switch } from 'wouter';
import { useWords } from '../../lib/i18n';
import { deskButton } from '../../ui/desk/DeskButton';
import { StateCard } from '../../ui/StateCard';
import './bank-import.css';
import ImportPage from './ImportPage';
import NewImportPage from './NewImportPage';
import { startWords } from './words-start';

/** Bringing files into the question bank: admins' work. */
export default function ImportRoutes({ isAdmin }: { isAdmin: boolean }) {
  const t = useWords(startWords);
  if (!isAdmin) {
    return (
      <StateCard
        title={t('forOrganisers')}
        help={t('forOrganisersHelp')}
        action={
          <Link href="/bank" className={deskButton('primary')}>
            {t('seeBank')}
          </Link>
        }
      />
    );
  }
  return (
    <Switch>
      <Route path="/bank/import/:importId">{({ importId }) => <ImportPage key={importId} importId={importId} />}</Route>
      <Route>
        <NewImportPage />
      </Route>
    </Switch>
  );
}
