import type { QuestionSetSummary } from '@anquanli/contract/question-bank';
import { useWords } from '../../../lib/i18n';
import { Chips } from '../../../ui/desk/Chips';
import { FieldGroup } from '../../../ui/desk/Field';
import { NumberField } from '../../../ui/desk/NumberField';
import { editorWords } from '../words-editor';
import type { EditorPart } from './editor-part';

interface RulePickerProps extends EditorPart {
  set: QuestionSetSummary;
  /** null while the questions are read. */
  available: number | null;
  isReading: boolean;
}

/** So many questions from categories and difficulties, with what is available while choosing. */
export function RulePicker({ draft, change, problem, set, available, isReading }: RulePickerProps) {
  const t = useWords(editorWords);
  const { rule } = draft;
  return (
    <div className="dk-rule">
      <NumberField
        label={t('countLabel')}
        unit={t('questionsUnit')}
        value={rule.count}
        onChange={(count) => change({ rule: { ...rule, count } })}
        problem={problem('questions')}
        help={available === null ? (isReading ? t('readingQuestions') : '') : t('available', { count: available })}
      />
      <FieldGroup label={t('categories')}>
        <Chips
          allLabel={t('allCategories')}
          items={set.categories.map((category) => ({
            value: category.id,
            label: category.title,
            count: category.count,
          }))}
          chosen={rule.categories}
          onChange={(categories) => change({ rule: { ...rule, categories } })}
        />
      </FieldGroup>
      <FieldGroup label={t('difficulties')}>
        <Chips
          allLabel={t('allDifficulties')}
          items={set.difficulties.map(({ difficulty, count }) => ({
            value: String(difficulty),
            label: t('difficulty', { n: difficulty }),
            count,
          }))}
          chosen={rule.difficulties.map(String)}
          onChange={(chosen) => change({ rule: { ...rule, difficulties: chosen.map(Number).sort((a, b) => a - b) } })}
        />
      </FieldGroup>
    </div>
  );
}
