import type { ImportChoices, ImportMapping } from '@anquanli/contract/bank-imports';
import { useWords } from '../../../lib/i18n';
import type { ChoiceChange } from '../model/choices';
import type { Categories } from '../model/import-types';
import { common } from '../words-common';
import { readingWords } from '../words-reading';

interface CategoryPartProps {
  mapping: ImportMapping;
  choices: ImportChoices;
  categories: Categories;
  onChange(change: ChoiceChange): void;
}

const DIFFICULTIES = [1, 2, 3, 4, 5] as const;
const DEFAULT_DIFFICULTY = 2;
/** Longer labels cannot be mapped one by one. */
const MAX_LABEL = 120;

/** Where the file's categories go, and what questions get that say neither category nor difficulty. */
export function CategoryPart({ mapping, choices, categories, onChange }: CategoryPartProps) {
  const t = useWords(readingWords);
  const c = useWords(common);
  const items = categories.map(({ id, title }) => (
    <option key={id} value={id}>
      {title}
    </option>
  ));
  const labels = mapping.categories.filter(({ label }) => label !== '');
  return (
    <div className="bi-part">
      {labels.length > 0 && (
        <>
          <h3>
            {t('categories')}
            <span>{t('categoriesHelp')}</span>
          </h3>
          <ul className="bi-categories">
            {labels.map(({ label, count, category }) => (
              <li key={label} className={category === null ? 'open' : undefined}>
                <label>
                  <b>{label}</b>
                  <small>{t('categoryCount', { count })}</small>
                  <select
                    className="dk-input"
                    value={category ?? ''}
                    disabled={label.length > MAX_LABEL}
                    onChange={(event) => onChange({ about: 'category', label, category: event.target.value || null })}
                  >
                    <option value="">{t('categoryDefault')}</option>
                    {items}
                  </select>
                </label>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="bi-defaults">
        <label>
          {t('defaultCategory')}
          <select
            className="dk-input"
            value={choices.defaultCategory ?? ''}
            onChange={(event) => onChange({ about: 'default-category', category: event.target.value || null })}
          >
            <option value="">{t('defaultCategoryAuto')}</option>
            {items}
          </select>
        </label>
        <label>
          {t('defaultDifficulty')}
          <select
            className="dk-input"
            value={choices.defaultDifficulty ?? DEFAULT_DIFFICULTY}
            onChange={(event) => onChange({ about: 'default-difficulty', difficulty: Number(event.target.value) })}
          >
            {DIFFICULTIES.map((n) => (
              <option key={n} value={n}>
                {c('difficulty', { n })}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}
