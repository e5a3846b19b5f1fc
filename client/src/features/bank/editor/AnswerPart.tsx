import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { Choices } from '../../../ui/desk/Choices';
import { hasOptions } from '../model/draft';
import { common } from '../words-common';
import { answerWords } from '../words-answer';
import { BlanksField } from './BlanksField';
import type { EditorPart } from './editor-part';
import { NumberFields } from './NumberFields';
import { OptionsField } from './OptionsField';
import { OrderField } from './OrderField';
import { ZonesField } from './ZonesField';

/** What may be answered, and what is right. */
export function AnswerPart(part: EditorPart) {
  const t = useWords(answerWords);
  const { draft, change } = part;
  return (
    <Card title={t(hasOptions(draft.kind) ? 'partAnswer' : 'partAnswerOnly')}>
      {hasOptions(draft.kind) && <OptionsField {...part} />}
      {draft.kind === 'multiple' && (
        <Choices
          label={t('multipleScoring')}
          value={draft.multipleScoring}
          items={(['exact', 'partial-no-wrong'] as const).map((value) => ({ value, label: t(`scoring_${value}`) }))}
          onChange={(multipleScoring) => change({ ...draft, multipleScoring })}
        />
      )}
      {draft.kind === 'boolean' && <TruthField {...part} />}
      {draft.kind === 'ordering' && (
        <>
          <OrderField {...part} />
          <Choices
            label={t('multipleScoring')}
            value={draft.orderingScoring}
            items={(['exact', 'adjacent-pairs'] as const).map((value) => ({ value, label: t(`scoring_${value}`) }))}
            onChange={(orderingScoring) => change({ ...draft, orderingScoring })}
          />
        </>
      )}
      {draft.kind === 'numeric' && <NumberFields {...part} />}
      {draft.kind === 'text' && <BlanksField {...part} />}
      {draft.kind === 'hotspot' && <ZonesField {...part} />}
    </Card>
  );
}

function TruthField({ draft, change, problem, problemWithin }: EditorPart) {
  const t = useWords(answerWords);
  const c = useWords(common);
  return (
    <Choices
      label={t('truth')}
      value={draft.truth === null ? '' : String(draft.truth)}
      items={[
        { value: 'true', label: c('isTrue') },
        { value: 'false', label: c('isFalse') },
      ]}
      problem={problem('answer') ?? problemWithin('answer')}
      onChange={(value) => change({ ...draft, truth: value === 'true' })}
    />
  );
}
