import { useRef } from 'react';
import { QUESTION_KINDS } from '@anquanli/contract/vocabulary';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { Choices } from '../../../ui/desk/Choices';
import { Field } from '../../../ui/desk/Field';
import { kindWords } from '../../../ui/question/kind-words';
import { withKind } from '../model/draft';
import { blanksIn } from '../model/draft-problems';
import { editorWords } from '../words-editor';
import type { EditorPart } from './editor-part';
import { PicturesField } from './PicturesField';

const MOST_CHARS = 1000;
const BLANK = '____';

/** Kind, words and pictures of the question. */
export function QuestionPart(part: EditorPart) {
  const { draft, change, problem, problemWithin } = part;
  const t = useWords(editorWords);
  const kindName = useWords(kindWords);
  const stem = useRef<HTMLTextAreaElement>(null);

  function insertBlank() {
    const at = stem.current?.selectionStart ?? draft.stem.length;
    change({ ...draft, stem: draft.stem.slice(0, at) + BLANK + draft.stem.slice(stem.current?.selectionEnd ?? at) });
    stem.current?.focus();
  }

  return (
    <Card title={t('partQuestion')}>
      <div className="bk-kind">
        <Choices
          label={t('kind')}
          value={draft.kind}
          items={QUESTION_KINDS.map((kind) => ({ value: kind, label: kindName(kind) }))}
          onChange={(kind) => change(withKind(draft, kind))}
        />
      </div>
      <Field
        label={t('stem')}
        problem={problem('stem')}
        help={
          <span className="bk-stem-note">
            {draft.kind === 'text' && <span>{t('stemBlanks', { count: blanksIn(draft.stem) })}</span>}
            <span className="num">{t('stemCount', { count: draft.stem.length })}</span>
          </span>
        }
      >
        {(ids) => (
          <textarea
            {...ids}
            ref={stem}
            className="dk-input bk-stem"
            rows={3}
            maxLength={MOST_CHARS}
            placeholder={t('stemPlaceholder')}
            value={draft.stem}
            onChange={(event) => change({ ...draft, stem: event.target.value })}
          />
        )}
      </Field>
      {draft.kind === 'text' && (
        <button type="button" className="dk-link bk-below-field" onClick={insertBlank}>
          {t('insertBlank')}
        </button>
      )}
      <PicturesField {...part} problem={() => problem('media') ?? problemWithin('media')} />
    </Card>
  );
}
