import { Link, useLocation } from 'wouter';
import { useDocumentTitle } from '../../lib/display';
import { useErrorText } from '../../lib/error-words';
import { useWords } from '../../lib/i18n';
import { deskButton, DeskButton } from '../../ui/desk/DeskButton';
import { Note } from '../../ui/Note';
import { StateCard } from '../../ui/StateCard';
import { CommitPart } from './components/CommitPart';
import { FailedCard } from './components/FailedCard';
import { FlowSteps } from './components/FlowSteps';
import { LoadState } from './components/LoadState';
import { ReadingCard } from './components/ReadingCard';
import { ReadingProgress } from './components/ReadingProgress';
import { RowsPart } from './components/RowsPart';
import { SummaryCard } from './components/SummaryCard';
import { TypeQuestion } from './components/TypeQuestion';
import { useBank } from './components/use-bank';
import { useImport } from './components/use-import';
import { useLeftOut } from './components/use-left-out';
import { useRemoveImport } from './components/use-remove-import';
import { flowStep, isNothingRead } from './model/flow';
import { shownMapping } from './model/shown-mapping';
import { common } from './words-common';
import { readingWords } from './words-reading';
import { rowsWords } from './words-rows';

/** One import from reading to drafts, on one page. Leaving it loses nothing: file, choices and repairs are on the server. */
export default function ImportPage({ importId }: { importId: string }) {
  const t = useWords(rowsWords);
  const c = useWords(common);
  const r = useWords(readingWords);
  const [, goTo] = useLocation();
  const open = useImport(importId);
  const bank = useBank(open.shown?.setId ?? null);
  const leftOut = useLeftOut(importId);
  const removal = useRemoveImport(() => goTo('/bank/import'));
  const isStale = open.orderFailure?.code === 'stale_version';
  const problem = useErrorText(isStale ? null : (open.orderFailure ?? open.failure));
  const { detail, shown } = open;
  useDocumentTitle(shown?.name ?? c('title'));

  if (detail === null || shown === null) {
    if (open.failure?.code !== 'not_found') return <LoadState failure={open.failure} onRetry={open.reload} />;
    return (
      <StateCard
        title={t('notFound')}
        help={t('notFoundHelp')}
        action={
          <Link href="/bank/import" className={deskButton('primary')}>
            {t('toImports')}
          </Link>
        }
      />
    );
  }
  const mapping = shown.mapping === null ? null : shownMapping(shown.mapping, open.choices);
  const isFirstReading = shown.state === 'reading';
  return (
    <>
      <header className="dk-head bi-head">
        <h1>{c('title')}</h1>
        <FlowSteps step={flowStep(shown)} />
        <div className="dk-actions">
          <DeskButton isBusy={removal.isBusy} onClick={() => removal.ask(shown)}>
            {c('remove')}
          </DeskButton>
        </div>
      </header>
      {isStale && <Note tone="wait" title={t('staleTitle')} />}
      {problem !== '' && <Note tone="no" title={problem} />}
      <SummaryCard detail={shown} mapping={mapping} setTitle={bank.setTitle} />
      {open.isReading && <ReadingProgress detail={detail} isAgain={!isFirstReading} />}
      {shown.state === 'failed' && <FailedCard detail={shown} isBusy={open.isReading} onReadAgain={open.readAgain} />}
      {mapping !== null && <TypeQuestion mapping={mapping} onChange={open.choose} />}
      {mapping !== null && (
        <ReadingCard
          detail={shown}
          mapping={mapping}
          choices={open.choices}
          categories={bank.categories}
          onChange={open.choose}
        />
      )}
      {isNothingRead(shown) && (
        <Link href={`/bank/import?set=${shown.setId}`} className={`${deskButton('primary')} dk-centered`}>
          {r('anotherFile')}
        </Link>
      )}
      {shown.state !== 'failed' && !isFirstReading && !isNothingRead(shown) && (
        <>
          <RowsPart open={open} detail={shown} leftOut={leftOut} bank={bank} />
          <CommitPart open={open} detail={shown} mapping={mapping} leftOut={leftOut} />
        </>
      )}
    </>
  );
}
