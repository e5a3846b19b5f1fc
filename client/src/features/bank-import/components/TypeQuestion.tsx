import { useState } from 'react';
import type { ImportMapping } from '@anquanli/contract/bank-imports';
import type { QuestionKind } from '@anquanli/contract/vocabulary';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Icon } from '../../../ui/Icon';
import { kindWords } from '../../../ui/question/kind-words';
import { openTypeCodes, type ChoiceChange } from '../model/choices';
import { readingWords } from '../words-reading';
import { TypeChoice } from './TypeChoice';

interface TypeQuestionProps {
  mapping: ImportMapping;
  onChange(change: ChoiceChange): void;
}

/** Bare numbers in the type column: asked loudly, since a wrong guess would spoil every answer. */
export function TypeQuestion({ mapping, onChange }: TypeQuestionProps) {
  const t = useWords(readingWords);
  const kindName = useWords(kindWords);
  const [chosen, setChosen] = useState<Readonly<Record<string, QuestionKind>>>({});
  const codes = openTypeCodes(mapping);
  if (codes.length === 0) return null;
  const meanings = codes.map((code) => [code.code, chosen[code.code] ?? code.meaning ?? code.suggested] as const);
  const known = meanings.flatMap(([code, kind]) => (kind === null ? [] : [[code, kind] as const]));
  const missing = codes.length - known.length;
  return (
    <section className="dk-card bi-ask" aria-labelledby="type-question">
      <Icon name="warning" />
      <div>
        <h2 id="type-question">{t('typeAskTitle')}</h2>
        <p>{t('typeAskHelp')}</p>
        <ul>
          {codes.map((code, index) => (
            <li key={code.code}>
              <b>
                {code.suggested === null
                  ? t('typeSaysUnclear', { code: code.code, count: code.count })
                  : t('typeSaysSuggested', {
                      code: code.code,
                      count: code.count,
                      kind: kindName(code.suggested),
                    })}
              </b>
              <TypeChoice
                code={code.code}
                suggested={code.suggested}
                value={meanings[index]?.[1] ?? null}
                onChange={(kind) => setChosen({ ...chosen, [code.code]: kind })}
              />
            </li>
          ))}
        </ul>
        <DeskButton
          icon="tick"
          disabled={missing > 0}
          onClick={() => onChange({ about: 'types', meanings: Object.fromEntries(known) })}
        >
          {missing > 0 ? t('typeConfirmOpen', { count: missing }) : t('typeConfirm')}
        </DeskButton>
      </div>
    </section>
  );
}
