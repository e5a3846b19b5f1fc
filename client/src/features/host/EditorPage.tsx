import { useCallback } from 'react';
import { Link } from 'wouter';
import { questionBankRoutes } from '@anquanli/contract/question-bank';
import { roundRoutes, type RoundDetail } from '@anquanli/contract/rounds';
import { call, type Failure, type Outcome } from '../../lib/api-client';
import { formatDay } from '../../lib/dates';
import { useDocumentTitle } from '../../lib/display';
import { useErrorText } from '../../lib/error-words';
import { useLanguage, useWords } from '../../lib/i18n';
import { serverNow } from '../../lib/server-clock';
import { useLoaded } from '../../lib/use-call';
import { deskButton, DeskButton } from '../../ui/desk/DeskButton';
import { StateCard } from '../../ui/StateCard';
import { EditorForm } from './components/EditorForm';
import { useRoundDeeds } from './components/use-round-deeds';
import { draftFrom, newDraft } from './model/round-draft';
import { offersFor } from './model/round-line';
import { editorWords } from './words-editor';

const loadSets = () => call(questionBankRoutes.listSets);
const NOTHING: Outcome<null> = { ok: true, value: null };

/** Creates a round, or changes one that has not started. `roundId` null = a new one. */
export default function EditorPage({ roundId }: { roundId: string | null }) {
  const t = useWords(editorWords);
  const [language] = useLanguage();
  const sets = useLoaded(loadSets);
  const round = useLoaded<RoundDetail | null>(
    useCallback(
      () => (roundId === null ? Promise.resolve(NOTHING) : call(roundRoutes.get, { params: { roundId } })),
      [roundId],
    ),
  );
  useDocumentTitle(t(roundId === null ? 'newTitle' : 'editTitle'));

  const failure = sets.failure ?? round.failure;
  if (failure !== null) {
    const retry = sets.failure === null ? round.reload : sets.reload;
    return <LoadFailed failure={failure} onRetry={retry} />;
  }
  if (sets.value === null || (roundId !== null && round.value === null)) {
    return <StateCard isLoading title={t('loading')} />;
  }
  if (round.value !== null && !offersFor(round.value).canEdit) return <Started round={round.value} />;
  if (sets.value.sets.length === 0) {
    return (
      <StateCard
        title={t('noSets')}
        help={t('noSetsHelp')}
        action={
          <Link href="/rounds" className={deskButton('primary')}>
            {t('toRounds')}
          </Link>
        }
      />
    );
  }
  const title = t('defaultTitle', { date: formatDay(serverNow(), language) });
  return (
    <EditorForm
      roundId={roundId}
      sets={sets.value.sets}
      initial={round.value === null ? newDraft(title, sets.value.sets) : draftFrom(round.value.settings)}
    />
  );
}

function LoadFailed({ failure, onRetry }: { failure: Failure; onRetry(): void }) {
  const t = useWords(editorWords);
  const problem = useErrorText(failure);
  return (
    <StateCard
      title={t('loadFailed')}
      help={problem}
      action={<DeskButton onClick={onRetry}>{t('retry')}</DeskButton>}
    />
  );
}

function Started({ round }: { round: RoundDetail }) {
  const t = useWords(editorWords);
  const deeds = useRoundDeeds(round, () => undefined);
  const isOver = offersFor(round).main === 'results';
  return (
    <StateCard
      title={t('startedTitle')}
      help={t('startedHelp')}
      action={
        <span className="dk-actions">
          <Link href={isOver ? '/rounds' : `/rounds/${round.id}/run`} className={deskButton()}>
            {t(isOver ? 'toRounds' : 'toConsole')}
          </Link>
          <DeskButton look="primary" isBusy={deeds.isBusy} onClick={() => void deeds.again()}>
            {t('again')}
          </DeskButton>
        </span>
      }
    />
  );
}
