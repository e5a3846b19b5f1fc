import { formatMoment } from '../../../lib/dates';
import { useErrorText } from '../../../lib/error-words';
import { useLanguage, useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Icon } from '../../../ui/Icon';
import { Note } from '../../../ui/Note';
import { FieldChangeList } from '../components/FieldChangeList';
import type { Registry } from '../components/use-registry';
import { useProblemText } from '../components/use-problem-text';
import { useValueWords } from '../components/use-value-words';
import { contentOf, draftOf } from '../model/draft-content';
import { fieldChanges } from '../model/field-changes';
import { common } from '../words-common';
import { editorWords } from '../words-editor';
import type { QuestionEditor } from './use-question-editor';

const NOWHERE = { questionId: null, path: null, remedy: '' };

/** Told above the form: text of an earlier visit, a version that somebody stored first, why saving failed. */
export function EditorNotes({ editor, registry }: { editor: QuestionEditor; registry: Registry }) {
  const t = useWords(editorWords);
  const { failure } = editor.order;
  const isToldElsewhere =
    failure?.code === 'key_changed' || (failure?.code === 'stale_version' && editor.conflict !== null);
  const general = useErrorText(isToldElsewhere ? null : failure);
  const say = useProblemText();
  // A refused step names the finding that stands in its way.
  const finding = failure?.code === 'question_not_ready' ? failure.details?.path : undefined;
  const problem = finding === undefined ? general : say({ ...NOWHERE, code: finding, found: finding });
  return (
    <>
      {editor.kept.offer !== null && (
        <div className="bk-offer" role="status">
          <Icon name="pencil" />
          <p>
            <b>{t('keptTitle')}</b>
            <span>{t('keptHelp')}</span>
          </p>
          <DeskButton onClick={editor.kept.forget}>{t('keptDrop')}</DeskButton>
          <DeskButton onClick={editor.takeKept}>{t('keptUse')}</DeskButton>
        </div>
      )}
      {editor.conflict !== null && <Conflict editor={editor} registry={registry} />}
      {problem !== '' && <Note tone="no" title={problem} />}
    </>
  );
}

function Conflict({ editor, registry }: { editor: QuestionEditor; registry: Registry }) {
  const t = useWords(editorWords);
  const c = useWords(common);
  const [language] = useLanguage();
  const say = useValueWords(registry);
  const { conflict } = editor;
  if (conflict === null) return null;
  const { at, by } = conflict.updated;
  // Through the draft, so that only what the form can change is compared.
  const newest = contentOf(draftOf(conflict.question));
  return (
    <section className="dk-card bk-conflict" role="status">
      <h2>
        <Icon name="warning" />
        {t('conflictTitle', { name: by ?? c('somebody'), date: formatMoment(at, language) })}
      </h2>
      <p>{t('conflictHelp')}</p>
      <FieldChangeList
        changes={fieldChanges(newest, contentOf(editor.draft), say)}
        before={t('conflictNewest')}
        after={t('conflictOwn')}
      />
      <div className="dk-dialog-foot">
        <DeskButton onClick={editor.takeTheirs}>{t('conflictTheirs')}</DeskButton>
        <DeskButton isBusy={editor.order.isBusy} onClick={() => void editor.keepMine()}>
          {t('conflictMine')}
        </DeskButton>
      </div>
    </section>
  );
}
