import type { QuestionSetSummary } from '@anquanli/contract/question-bank';
import { QUESTION_KINDS } from '@anquanli/contract/vocabulary';
import { useWords } from '../../../lib/i18n';
import { kindWords } from '../../../ui/question/kind-words';
import type { QuestionFilter } from '../model/question-filter';
import { editorWords } from '../words-editor';

interface QuestionFiltersProps {
  filter: QuestionFilter;
  set: QuestionSetSummary;
  onChange(next: QuestionFilter): void;
}

export function QuestionFilters({ filter, set, onChange }: QuestionFiltersProps) {
  const t = useWords(editorWords);
  const kindName = useWords(kindWords);
  return (
    <div className="dk-filters" role="search">
      <input
        className="dk-input"
        type="search"
        placeholder={t('search')}
        aria-label={t('search')}
        value={filter.search}
        onChange={(event) => onChange({ ...filter, search: event.target.value })}
      />
      <select
        className="dk-input"
        aria-label={t('categories')}
        value={filter.category ?? ''}
        onChange={(event) => onChange({ ...filter, category: event.target.value || null })}
      >
        <option value="">{t('allCategories')}</option>
        {set.categories.map((category) => (
          <option key={category.id} value={category.id}>
            {category.title}
          </option>
        ))}
      </select>
      <select
        className="dk-input"
        aria-label={t('allKinds')}
        value={filter.kind ?? ''}
        onChange={(event) => onChange({ ...filter, kind: event.target.value || null })}
      >
        <option value="">{t('allKinds')}</option>
        {QUESTION_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {kindName(kind)}
          </option>
        ))}
      </select>
      <select
        className="dk-input"
        aria-label={t('difficulties')}
        value={filter.difficulty ?? ''}
        onChange={(event) =>
          onChange({ ...filter, difficulty: event.target.value === '' ? null : Number(event.target.value) })
        }
      >
        <option value="">{t('allDifficulties')}</option>
        {set.difficulties.map(({ difficulty }) => (
          <option key={difficulty} value={difficulty}>
            {t('difficulty', { n: difficulty })}
          </option>
        ))}
      </select>
    </div>
  );
}
