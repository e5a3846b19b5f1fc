import { useState } from 'react';
import type { ImportChoices, ImportDetail, ImportMapping } from '@anquanli/contract/bank-imports';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { Icon } from '../../../ui/Icon';
import { Note } from '../../../ui/Note';
import type { ChoiceChange } from '../model/choices';
import { isNothingRead } from '../model/flow';
import type { Categories } from '../model/import-types';
import { missingMeanings } from '../model/meanings';
import { readingWords } from '../words-reading';
import { CategoryPart } from './CategoryPart';
import { EncodingPart } from './EncodingPart';
import { ProblemLines } from './ProblemLines';
import { SheetPart } from './SheetPart';
import { TypeChoice } from './TypeChoice';

interface ReadingCardProps {
  detail: ImportDetail;
  mapping: ImportMapping;
  choices: ImportChoices;
  categories: Categories;
  onChange(change: ChoiceChange): void;
}

/** How the file was read: everything that can be said otherwise. Open while something is to be decided. */
export function ReadingCard({ detail, mapping, choices, categories, onChange }: ReadingCardProps) {
  const t = useWords(readingWords);
  const used = mapping.sheets.filter(({ isUsed }) => isUsed);
  const isNone = isNothingRead(detail);
  const isUnclear =
    detail.state === 'failed' ||
    isNone ||
    used.length === 0 ||
    used.some((sheet) => isTable(sheet) && missingMeanings(sheet).length > 0);
  const [isOpen, setOpen] = useState(detail.state !== 'committed');
  const shows = isOpen || isUnclear;
  const confirmed = mapping.typeCodes.filter(({ isConfirmed }) => isConfirmed);
  return (
    <Card
      title={t('cardTitle')}
      note={t('cardNote')}
      className="bi-how"
      aside={
        <button type="button" className="dk-link" aria-expanded={shows} onClick={() => setOpen(!isOpen)}>
          {t(shows ? 'hide' : 'show')}
        </button>
      }
    >
      {shows && (
        <>
          {isNone && (
            <Note tone="no" title={t('noneTitle')}>
              {t('noneHelp')}
            </Note>
          )}
          {detail.problems.length > 0 && detail.state !== 'failed' && (
            <ProblemLines problems={detail.problems} showsPlace />
          )}
          <EncodingPart name={detail.name} mapping={mapping} onChange={onChange} />
          {mapping.sheets.map((sheet) => (
            <SheetPart key={sheet.name} sheet={sheet} isOnly={mapping.sheets.length === 1} onChange={onChange} />
          ))}
          {confirmed.length > 0 && (
            <div className="bi-part">
              <h3>
                {t('typeDone')}
                <span>{t('typeDoneHelp')}</span>
              </h3>
              <ul className="bi-confirmed">
                {confirmed.map((code) => (
                  <li key={code.code}>
                    <b className="num">
                      <Icon name="tick" />
                      {code.code}
                    </b>
                    <TypeChoice
                      code={code.code}
                      suggested={code.suggested}
                      value={code.meaning}
                      onChange={(kind) => onChange({ about: 'types', meanings: { [code.code]: kind } })}
                    />
                  </li>
                ))}
              </ul>
            </div>
          )}
          <CategoryPart mapping={mapping} choices={choices} categories={categories} onChange={onChange} />
        </>
      )}
    </Card>
  );
}

const isTable = ({ layout }: { layout: string }) => layout === 'question-rows' || layout === 'option-rows';
