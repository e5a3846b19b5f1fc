import { useEffect, useState } from 'react';
import { BANK_LIMITS, BANK_STATUSES, type BankSet, type QuestionFilter } from '@anquanli/contract/bank';
import { QUESTION_KINDS } from '@anquanli/contract/vocabulary';
import { useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { kindWords } from '../../../ui/question/kind-words';
import { isFiltered } from '../model/filter';
import { common } from '../words-common';
import { questionsWords } from '../words-questions';
import type { Registry } from './use-registry';

interface FilterBarProps {
  filter: QuestionFilter;
  set: BankSet;
  registry: Registry;
  onChange(part: Partial<Record<keyof QuestionFilter, string>>): void;
  onClear(): void;
}

const DIFFICULTIES = ['1', '2', '3', '4', '5'] as const;

export function QuestionFilterBar({ filter, set, registry, onChange, onClear }: FilterBarProps) {
  const t = useWords(questionsWords);
  const c = useWords(common);
  const kindName = useWords(kindWords);
  const counted = new Map(set.questions.byCategory.map(({ category, count }) => [category, count]));
  const categories = registry.categories.filter(({ id }) => counted.has(id) || filter.category === id);
  return (
    <div className="bk-filters" role="search">
      <SearchField value={filter.text ?? ''} onChange={(text) => onChange({ text })} />
      <Choice
        label={t('allCategories')}
        value={filter.category}
        items={categories.map(({ id, title }) => [id, `${title} ${counted.get(id) ?? 0}`])}
        onChange={(category) => onChange({ category })}
      />
      <Choice
        label={t('allKinds')}
        value={filter.kind}
        items={QUESTION_KINDS.map((kind) => [kind, kindName(kind)])}
        onChange={(kind) => onChange({ kind })}
      />
      <Choice
        label={t('allDifficulties')}
        value={filter.difficulty}
        items={DIFFICULTIES.map((n) => [n, c('difficulty', { n })])}
        onChange={(difficulty) => onChange({ difficulty })}
      />
      <Choice
        label={t('allStatuses')}
        value={filter.status}
        items={BANK_STATUSES.map((status) => [status, c(`status_${status}`)])}
        onChange={(status) => onChange({ status })}
      />
      <Choice
        label={t('allSources')}
        value={filter.source}
        items={registry.sources
          .filter(({ citedBy, source }) => citedBy > 0 || source.id === filter.source)
          .map(({ source }) => [source.id, source.title])}
        onChange={(source) => onChange({ source })}
      />
      <div className="dk-chips bk-filter-chips">
        <Switch
          label={t('changedOnly')}
          isOn={filter.changedSource === '1'}
          onChange={(isOn) => onChange({ changedSource: isOn ? '1' : '' })}
        />
        <Switch
          label={t('unreleasedOnly')}
          isOn={filter.unreleased === '1'}
          onChange={(isOn) => onChange({ unreleased: isOn ? '1' : '' })}
        />
        {filter.importId !== undefined && (
          <Switch label={t('importOnly')} isOn onChange={() => onChange({ importId: '' })} />
        )}
        {isFiltered(filter) && (
          <button type="button" className="dk-link bk-clear" onClick={onClear}>
            {t('clear')}
          </button>
        )}
      </div>
    </div>
  );
}

/** Typing asks the server only after a short pause. */
const PAUSE_MS = 300;

function SearchField({ value, onChange }: { value: string; onChange(next: string): void }) {
  const t = useWords(questionsWords);
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
    // Only typing starts the pause.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  return (
    <input
      className="dk-input bk-search"
      type="search"
      maxLength={BANK_LIMITS.searchChars}
      placeholder={t('search')}
      aria-label={t('search')}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}

interface ChoiceProps {
  /** Also what nothing chosen is called. */
  label: string;
  value: string | undefined;
  items: readonly (readonly [value: string, text: string])[];
  onChange(next: string): void;
}

function Choice({ label, value = '', items, onChange }: ChoiceProps) {
  return (
    <select
      className={`dk-input${value === '' ? '' : ' bk-chosen'}`}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{label}</option>
      {items.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}

function Switch({ label, isOn, onChange }: { label: string; isOn: boolean; onChange(next: boolean): void }) {
  return (
    <button type="button" className={isOn ? 'on' : undefined} aria-pressed={isOn} onClick={() => onChange(!isOn)}>
      {isOn && <Icon name="tick" />}
      {label}
    </button>
  );
}
