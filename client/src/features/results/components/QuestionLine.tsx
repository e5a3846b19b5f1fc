import { useState } from 'react';
import type { QuestionResult } from '@anquanli/contract/rounds';
import { formatNumber, useWords } from '../../../lib/i18n';
import { BreakText } from '../../../ui/BreakText';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { OptionBars } from '../../../ui/desk/OptionBars';
import { optionRows } from '../../../ui/desk/option-rows';
import { QuestionPictures } from '../../../ui/desk/QuestionPictures';
import { kindWords } from '../../../ui/question/kind-words';
import { rightShareOf } from '../model/question-results';
import { words } from '../words';

interface QuestionLineProps {
  question: QuestionResult;
  /** null where the question cannot be withdrawn. */
  onVoid: (() => void) | null;
}

export function QuestionLine({ question, onVoid }: QuestionLineProps) {
  const t = useWords(words);
  const kindName = useWords(kindWords);
  const [isOpen, setOpen] = useState(false);
  const { questionNo, kind, stem, status, distribution, meanElapsedMs } = question;
  const share = rightShareOf(question);
  const percent = share === null ? null : Math.round(share * 100);
  const unanswered = distribution.seats - distribution.answered;
  const facts = [
    t('questionNo', { no: questionNo }),
    kindName(kind),
    ...(share === null
      ? []
      : [t('rightShareOf', { right: formatNumber(distribution.right), seats: formatNumber(distribution.seats) })]),
    ...(meanElapsedMs === null ? [] : [t('meanTime', { count: formatNumber(meanElapsedMs / 1000, 1) })]),
    ...(share !== null && unanswered > 0 ? [t('unanswered', { count: formatNumber(unanswered) })] : []),
  ];
  return (
    <li>
      <button type="button" className="dk-hard-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span>
          <b>
            <BreakText text={stem} />
          </b>
          <small>{facts.join(' · ')}</small>
        </span>
        {percent === null ? (
          <span className="dk-tag">
            {t(status === 'void' ? 'voided' : status === 'skipped' ? 'skipped' : 'notPlayed')}
          </span>
        ) : (
          <>
            <span className={`meter${percent < 50 ? ' low' : ''}`} aria-hidden="true">
              <i style={{ width: `${percent}%` }} />
            </span>
            <b className="num dk-percent">{percent}%</b>
          </>
        )}
      </button>
      {isOpen && <Details question={question} onVoid={onVoid} />}
    </li>
  );
}

function Details({ question, onVoid }: QuestionLineProps) {
  const t = useWords(words);
  const { revelation, distribution, status } = question;
  const isCounted = status === 'revealed' || status === 'void';
  const rows = optionRows(question, revelation.key, isCounted ? distribution.choices : null, distribution.answered);
  return (
    <div className="dk-hard-details">
      {revelation.voidReason !== null && (
        <p className="dk-voided">{t('voidedBecause', { reason: revelation.voidReason })}</p>
      )}
      <QuestionPictures media={question.media} />
      <OptionBars
        showsKey
        rows={rows}
        words={{
          right: t('rightAnswer'),
          isTrue: t('isTrue'),
          isFalse: t('isFalse'),
          rest: t('otherNumbers'),
          count: (count) => t('count', { count: formatNumber(count) }),
        }}
      />
      <div className="dk-why">
        <p>
          <b>{t('why')}</b> <BreakText text={revelation.explanation} />
        </p>
        {revelation.citations.map((citation) => (
          <p key={`${citation.title}${citation.locator ?? ''}`} className="muted">
            {t('source')}: {citation.title} {citation.locator}
          </p>
        ))}
      </div>
      {onVoid !== null && <DeskButton onClick={onVoid}>{t('voidShort')}</DeskButton>}
    </div>
  );
}
