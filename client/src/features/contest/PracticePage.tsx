import { useDocumentTitle } from '../../lib/display';
import { useWords } from '../../lib/i18n';
import { Plate } from '../../ui/Plate';
import { ContestHead } from './components/ContestHead';
import { ContestTabs } from './components/ContestTabs';
import { Opening } from './components/OwnGate';
import { StartButton } from './components/StartButton';
import { useHome } from './HomePage';
import { words } from './words';

/** `/contests/:id/practice`: as often as the day allows, and what was missed once more. */
export function PracticePage({ token, contestId }: { token: string; contestId: string }) {
  const t = useWords(words);
  useDocumentTitle(t('practiceTitle'));
  const { value: home, failure, reload } = useHome(token, contestId);
  if (home === null) return <Opening failure={failure} onRetry={reload} />;
  const { practice, missed, open } = home;
  const left = practice === null ? 0 : Math.max(0, practice.perDay - practice.doneToday);
  const isOpen = open?.kind === 'practice';
  return (
    <main className="scr">
      <ContestHead isLow brand={home.title} title={t('practiceTitle')} help={t('practiceHelp')} />
      <div className="main">
        <Plate>
          <h2 className="h2">{t('practice')}</h2>
          <p className="muted sm said">{t('practiceLeft', { done: practice?.doneToday ?? 0, left })}</p>
          <StartButton token={token} contestId={contestId} kind="practice" isDisabled={left === 0 && !isOpen}>
            {t(isOpen ? 'practiceGoOn' : left === 0 ? 'practiceNone' : 'practiceStart')}
          </StartButton>
        </Plate>
        <Plate>
          <h2 className="h2">{t('notebook')}</h2>
          <p className="muted sm said">{missed === 0 ? t('notebookEmpty') : t('notebookCount', { count: missed })}</p>
          <StartButton
            {...{ token, contestId, kind: 'notebook', look: 'quiet' }}
            isDisabled={missed === 0 && open?.kind !== 'notebook'}
          >
            {t('notebookStart')}
          </StartButton>
        </Plate>
      </div>
      <ContestTabs contestId={contestId} current="practice" />
    </main>
  );
}
