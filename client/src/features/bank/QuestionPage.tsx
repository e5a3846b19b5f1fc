import { useCallback } from 'react';
import { useSearch } from 'wouter';
import { bankRoutes, type DeskQuestion } from '@anquanli/contract/bank';
import { call, type Outcome } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { LoadState } from './components/LoadState';
import { useRegistry } from './components/use-registry';
import { useSetMedia } from './components/use-set-media';
import { EditorForm } from './editor/EditorForm';
import { ReadingView } from './editor/ReadingView';
import { newDraft } from './model/draft';
import { draftOf } from './model/draft-content';
import { isOver } from './model/status-moves';
import { editorWords } from './words-editor';

const NOTHING: Outcome<null> = { ok: true, value: null };

interface QuestionPageProps {
  setId: string;
  /** null = a new question. */
  questionId: string | null;
  isAdmin: boolean;
}

/** One question: admins write it, organisers read it. */
export default function QuestionPage({ setId, questionId, isAdmin }: QuestionPageProps) {
  const t = useWords(editorWords);
  const category = new URLSearchParams(useSearch()).get('category') ?? '';
  const registry = useRegistry();
  const pictures = useSetMedia(setId);
  const question = useLoaded<DeskQuestion | null>(
    useCallback(
      () =>
        questionId === null ? Promise.resolve(NOTHING) : call(bankRoutes.question, { params: { setId, questionId } }),
      [setId, questionId],
    ),
  );
  useDocumentTitle(question.value?.question.stem ?? t('newTitle'));

  const desk = question.value;
  const isWaiting = registry.loaded.value === null || pictures.loaded.value === null;
  if (isWaiting || (questionId !== null && desk === null)) {
    const failure = question.failure ?? registry.loaded.failure ?? pictures.loaded.failure;
    const retry = () => {
      if (question.failure !== null) question.reload();
      if (registry.loaded.failure !== null) registry.loaded.reload();
      if (pictures.loaded.failure !== null) pictures.loaded.reload();
    };
    return <LoadState failure={failure} onRetry={retry} />;
  }
  const isEnded = desk !== null && isOver(desk.question.status);
  if (!isAdmin || isEnded) {
    if (desk === null) return <LoadState failure={{ ok: false, code: 'forbidden' }} onRetry={question.reload} />;
    return (
      <ReadingView
        setId={setId}
        desk={desk}
        registry={registry}
        media={pictures.media}
        onRetired={isAdmin && desk.question.status === 'deprecated' ? (next) => question.change(() => next) : null}
      />
    );
  }
  return (
    <EditorForm
      setId={setId}
      desk={desk}
      initial={desk === null ? newDraft(category) : draftOf(desk.question)}
      registry={registry}
      media={pictures.media}
      onMedia={pictures.put}
      onStored={(next) => question.change(() => next)}
    />
  );
}
