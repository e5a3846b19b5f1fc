import { useId } from 'react';
import type { ImportItem } from '@anquanli/contract/bank-imports';
import { useWords } from '../../../lib/i18n';
import { letterOf } from '../../../ui/Glyph';
import type { Similar } from '../model/import-types';
import { optionTexts } from '../model/similar';
import { optionsDiff, wordDiff, type DiffPart } from '../model/word-diff';
import { rowsWords } from '../words-rows';
import { usePlaceText } from './use-place';

interface SimilarPairProps {
  item: ImportItem;
  isOut: boolean;
  onDecide(isOut: boolean): void;
}

/** A new question beside the one it resembles most, what differs marked, and what is to become of it. */
export function SimilarPair({ item, isOut, onDecide }: SimilarPairProps) {
  const t = useWords(rowsWords);
  const placeOf = usePlaceText();
  const name = useId();
  const { question } = item;
  const [other] = [...item.similar].sort((a, b) => b.similarity - a.similarity);
  if (question === null || other === undefined) return null;
  const [ownStem, otherStem] = wordDiff(question.stem, other.stem);
  const [ownOptions, otherOptions] = optionsDiff(optionTexts(question), other.options);
  const place = placeOf(item.where);
  return (
    <li className={isOut ? 'out' : undefined}>
      <Side head={`${t('inFile')} · ${place}`} stem={ownStem} options={ownOptions} />
      <p className="bi-alike">
        <b className="num">{Math.round(other.similarity * 100)}&nbsp;%</b>
        <span>{t('similarity')}</span>
      </p>
      <Side head={sideHead(other, t('inBank'), t('alsoInFile'))} stem={otherStem} options={otherOptions} />
      <fieldset className="bi-decide">
        <legend className="vh">{t('decision', { place })}</legend>
        <div className="dk-segments">
          {[false, true].map((value) => (
            <label key={String(value)} className={value === isOut ? 'on' : undefined}>
              <input type="radio" name={name} checked={value === isOut} onChange={() => onDecide(value)} />
              <span>{t(value ? 'skip' : 'keep')}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </li>
  );
}

function sideHead({ questionId }: Similar, inBank: string, inFile: string): string {
  return questionId === null ? inFile : inBank;
}

interface SideProps {
  head: string;
  stem: readonly DiffPart[];
  options: readonly (readonly DiffPart[])[];
}

function Side({ head, stem, options }: SideProps) {
  return (
    <div className="bi-side">
      <small>{head}</small>
      <p>
        <Parts parts={stem} />
      </p>
      {options.length > 0 && (
        <ol>
          {options.map((parts, index) => (
            <li key={index}>
              <b>{letterOf(index)}</b>
              <span>
                <Parts parts={parts} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Parts({ parts }: { parts: readonly DiffPart[] }) {
  return parts.map(({ text, isOther }, index) => (isOther ? <mark key={index}>{text}</mark> : text));
}
