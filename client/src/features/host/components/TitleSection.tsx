import { LIMITS } from '@anquanli/contract/vocabulary';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { Field } from '../../../ui/desk/Field';
import { editorWords } from '../words-editor';
import type { EditorPart } from './editor-part';

export function TitleSection({ draft, change, problem }: EditorPart) {
  const t = useWords(editorWords);
  return (
    <Card>
      <Field label={t('titleLabel')} help={t('titleHelp')} problem={problem('title')}>
        {(ids) => (
          <input
            {...ids}
            className="dk-input dk-title-input"
            value={draft.title}
            maxLength={LIMITS.titleChars + 20}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
    </Card>
  );
}
