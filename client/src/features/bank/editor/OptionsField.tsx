import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { FieldGroup } from '../../../ui/desk/Field';
import { withOption } from '../model/draft';
import { answerWords } from '../words-answer';
import type { EditorPart } from './editor-part';
import { OptionRow } from './OptionRow';

const MOST = 10;

/** The options with their letters; at the left of each what says that it is right. */
export function OptionsField(part: EditorPart) {
  const { draft, change, problem, problemWithin } = part;
  const t = useWords(answerWords);
  const isOrdering = draft.kind === 'ordering';
  const help = isOrdering ? undefined : t(draft.kind === 'single' ? 'rightHelpSingle' : 'rightHelpMultiple');
  const found = problem('options') ?? problem('answer') ?? (isOrdering ? null : problemWithin('answer'));
  return (
    <FieldGroup label={t('options')} problem={found} {...(help === undefined ? {} : { help })}>
      <ol className="bk-options">
        {draft.options.map((option, index) => (
          <OptionRow key={option.id} {...part} option={option} index={index} />
        ))}
      </ol>
      {draft.options.length < MOST && (
        <DeskButton icon="plus" onClick={() => change(withOption(draft))}>
          {t(isOrdering ? 'addItem' : 'addOption')}
        </DeskButton>
      )}
    </FieldGroup>
  );
}
