import type { CSSProperties } from 'react';
import { useWords } from '../../lib/i18n';
import { BreakText } from '../BreakText';
import { formOf, type Asked } from './asked';
import { kindWords } from './kind-words';
import { Picture } from './picture/Picture';
import { ZoomButton } from './picture/ZoomButton';
import { circled, stemParts } from './text/stem-parts';
import { words } from './words';

interface QuestionStemProps {
  question: Asked;
  /** Nothing can be answered any more: how to answer need not be said. */
  isFixed?: boolean;
}

const LONG_STEM = 60;

/** The kind of a question, its words and its pictures. */
export function QuestionStem({ question, isFixed = false }: QuestionStemProps) {
  const t = useWords(words);
  const kindName = useWords(kindWords);
  const { kind, stem } = question;
  return (
    <div className="q">
      <p className="kind">
        {kindName(kind)}
        {!isFixed && <em>{t(hintOf(question))}</em>}
      </p>
      <h2 className={`stem${stem !== null && stem.length > LONG_STEM ? ' long' : ''}`}>
        {stem === null ? <span className="muted">{t('stemOnStage')}</span> : <StemText stem={stem} kind={kind} />}
      </h2>
      <StemPictures question={question} />
    </div>
  );
}

/** The pictures of a stem; a tap shows one as large as the screen. The one of a hot-spot is no part of it: it is what is tapped. */
export function StemPictures({ question: { kind, media } }: { question: Asked }) {
  if (kind === 'hotspot' || media.length === 0) return null;
  return (
    <div className={`stem-pics${media.length > 1 ? ' many' : ''}`}>
      {media.map((picture) => (
        <figure key={picture.src} style={{ '--ratio': picture.width / picture.height } as CSSProperties}>
          <Picture media={picture} />
          <ZoomButton media={picture} isWhole />
        </figure>
      ))}
    </div>
  );
}

/** The words of a stem; blanks to fill in are numbered where there are several. */
export function StemText({ stem, kind }: { stem: string; kind: Asked['kind'] }) {
  const t = useWords(words);
  if (kind !== 'text') return <BreakText text={stem} />;
  const parts = stemParts(stem);
  const blanks = parts.filter((part) => 'blank' in part).length;
  return (
    <>
      {parts.map((part, index) =>
        'text' in part ? (
          <BreakText key={index} text={part.text} />
        ) : (
          <span key={index} className="blank-whole">
            <span className="blank" aria-hidden="true">
              {blanks > 1 ? circled(part.blank) : ''}
            </span>
            <span className="vh">{blanks > 1 ? t('blankNo', { no: part.blank }) : t('blank')}</span>
            {part.after}
          </span>
        ),
      )}
    </>
  );
}

/** The key of the sentence that says how a question is answered. */
export function hintOf(question: Asked) {
  const { kind } = question;
  if (kind === 'hotspot' && formOf(question, 'hotspot').mode === 'find-all') return 'hotspotHintAll';
  return `${kind}Hint` as const;
}
