import { useWords } from '../../../lib/i18n';
import { Toggle } from '../../../ui/desk/Choices';
import { Field } from '../../../ui/desk/Field';
import { TextField } from '../../../ui/desk/TextField';
import { withOptionChanged, type DraftOption } from '../model/draft';
import { common } from '../words-common';
import { answerWords } from '../words-answer';
import type { EditorPart } from './editor-part';

/** What an option seldom needs: words for who chose it, a picture, a fixed place. */
export function OptionExtras({ draft, change, media, option }: EditorPart & { option: DraftOption; letter: string }) {
  const t = useWords(answerWords);
  const c = useWords(common);
  const put = (next: Partial<DraftOption>) => change(withOptionChanged(draft, option.id, next));
  return (
    <div className="bk-option-extras">
      <TextField
        label={t('feedback')}
        maxLength={500}
        placeholder={t('feedbackPlaceholder')}
        value={option.feedback}
        onChange={(next) => put({ feedback: next })}
      />
      <Field label={t('optionPicture')}>
        {(ids) => (
          <select
            {...ids}
            className="dk-input"
            value={option.media ?? ''}
            onChange={(event) => put({ media: event.target.value || null })}
          >
            <option value="">{c('none')}</option>
            {media.map(({ id, alt }) => (
              <option key={id} value={id}>
                {alt || id}
              </option>
            ))}
          </select>
        )}
      </Field>
      {draft.kind !== 'ordering' && (
        <Toggle
          label={t('pin')}
          help={t('pinHelp')}
          isOn={option.isPinned}
          onChange={(isPinned) => put({ isPinned })}
        />
      )}
    </div>
  );
}
