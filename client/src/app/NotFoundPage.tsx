import { Link } from 'wouter';
import { useDocumentTitle } from '../lib/display';
import { useWords } from '../lib/i18n';
import { StateCard } from '../ui/StateCard';
import { words } from './words';

export function NotFoundPage() {
  const t = useWords(words);
  useDocumentTitle(t('notFoundTitle'));
  return (
    <main className="center-page">
      <StateCard
        isPage
        title={t('notFoundTitle')}
        help={t('notFoundHelp')}
        action={
          <Link className="btn" href="/">
            {t('toStart')}
          </Link>
        }
      />
    </main>
  );
}
