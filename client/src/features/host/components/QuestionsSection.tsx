import type { BankQuestion, QuestionSetSummary } from '@anquanli/contract/question-bank';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import type { Loaded } from '../../../lib/use-call';
import { Card } from '../../../ui/desk/Card';
import { Choices } from '../../../ui/desk/Choices';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Field } from '../../../ui/desk/Field';
import { StateCard } from '../../../ui/StateCard';
import { editorWords } from '../words-editor';
import type { EditorPart } from './editor-part';
import { HandPicker } from './HandPicker';
import { RulePicker } from './RulePicker';

type Bank = Loaded<{ set: QuestionSetSummary; questions: BankQuestion[] }>;

interface QuestionsSectionProps extends EditorPart {
  sets: readonly QuestionSetSummary[];
  bank: Bank;
  available: number | null;
}

const keyOf = (set: { setId: string; version: string }) => `${set.setId}@${set.version}`;

export function QuestionsSection({ sets, bank, available, ...part }: QuestionsSectionProps) {
  const t = useWords(editorWords);
  const { draft, change, problem } = part;
  const set = sets.find((each) => each.setId === draft.setId && each.version === draft.setVersion) ?? null;
  const order = (['fixed', 'shuffled'] as const).map((value) => ({ value, label: t(`order_${value}`) }));
  return (
    <Card title={t('sectionQuestions')}>
      <div className="dk-grid-2">
        <Field label={t('setLabel')} problem={problem('set')}>
          {(ids) => (
            <select
              {...ids}
              className="dk-input"
              value={keyOf({ setId: draft.setId, version: draft.setVersion })}
              onChange={(event) => {
                const next = sets.find((each) => keyOf(each) === event.target.value);
                if (next === undefined) return;
                const rule = { ...draft.rule, categories: [], difficulties: [] };
                change({ setId: next.setId, setVersion: next.version, rule, questionIds: [] });
              }}
            >
              {set === null && (
                <option value={keyOf({ setId: draft.setId, version: draft.setVersion })}>{draft.setId}</option>
              )}
              {sets.map((each) => (
                <option key={keyOf(each)} value={keyOf(each)} disabled={each.status === 'withdrawn' && each !== set}>
                  {t('setOption', { title: each.title, version: each.version, count: each.questionCount })}
                  {each.status === 'withdrawn'
                    ? ` (${t('setWithdrawn')})`
                    : each.isLatest
                      ? ` (${t('setLatest')})`
                      : ''}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Choices
          label={t('pickLabel')}
          value={draft.pickBy}
          onChange={(pickBy) => change({ pickBy })}
          items={(['rule', 'hand'] as const).map((value) => ({ value, label: t(`pick_${value}`) }))}
        />
      </div>
      {draft.pickBy === 'rule' && set !== null && (
        <RulePicker {...part} set={set} available={available} isReading={bank.isReading} />
      )}
      {draft.pickBy === 'hand' && <HandPart {...part} bank={bank} />}
      <div className="dk-grid-2">
        <Choices
          label={t('questionOrder')}
          value={draft.questionOrder}
          onChange={(questionOrder) => change({ questionOrder })}
          items={order.map((item) => ({ ...item, ...(item.value === 'shuffled' ? { help: t('orderHelp') } : {}) }))}
        />
        <Choices
          label={t('optionOrder')}
          value={draft.optionOrder}
          onChange={(optionOrder) => change({ optionOrder })}
          items={order.map((item) => ({ ...item, ...(item.value === 'shuffled' ? { help: t('orderHelp') } : {}) }))}
        />
      </div>
    </Card>
  );
}

function HandPart({ bank, ...part }: EditorPart & { bank: Bank }) {
  const t = useWords(editorWords);
  const failure = useErrorText(bank.failure);
  if (bank.value !== null) return <HandPicker {...part} set={bank.value.set} questions={bank.value.questions} />;
  if (failure === '') return <StateCard isLoading title={t('readingQuestions')} />;
  return (
    <StateCard
      title={t('loadFailed')}
      help={failure}
      action={<DeskButton onClick={bank.reload}>{t('retry')}</DeskButton>}
    />
  );
}
