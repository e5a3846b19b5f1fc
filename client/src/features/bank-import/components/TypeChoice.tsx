import { useId } from 'react';
import type { QuestionKind } from '@anquanli/contract/vocabulary';
import { useWords } from '../../../lib/i18n';
import { kindWords } from '../../../ui/question/kind-words';
import { readingWords } from '../words-reading';

/** Kinds that a row of a table can hold. */
const KINDS = ['single', 'multiple', 'boolean', 'text', 'numeric', 'ordering'] as const;

interface TypeChoiceProps {
  code: string;
  suggested: QuestionKind | null;
  value: QuestionKind | null;
  onChange(kind: QuestionKind): void;
}

/** What one number stands for, as radio buttons. */
export function TypeChoice({ code, suggested, value, onChange }: TypeChoiceProps) {
  const t = useWords(readingWords);
  const kindName = useWords(kindWords);
  const name = useId();
  const isRare = suggested !== null && !KINDS.some((kind) => kind === suggested);
  return (
    <fieldset className="bi-type">
      <legend className="vh">{t('typeChoose', { code })}</legend>
      <div className="dk-segments">
        {[...KINDS, ...(isRare ? [suggested] : [])].map((kind) => (
          <label key={kind} className={kind === value ? 'on' : undefined}>
            <input type="radio" name={name} value={kind} checked={kind === value} onChange={() => onChange(kind)} />
            <span>{kindName(kind)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
