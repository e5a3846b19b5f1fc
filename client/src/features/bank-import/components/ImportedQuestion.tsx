import { useMemo } from 'react';
import { useWords } from '../../../lib/i18n';
import { PhoneAsked, PhoneReveal } from '../../../ui/desk/PhoneQuestion';
import { selectionOf } from '../../../ui/question/selection';
import { askedOf, citationsOf, keyOf, rightChoice, type Pictures } from '../model/asked';
import type { ImportQuestion } from '../model/import-types';
import { rowsWords } from '../words-rows';

interface ImportedQuestionProps {
  question: ImportQuestion;
  /** At the reveal; else while it is asked, the right answer chosen. */
  isTelling: boolean;
  pictures: Pictures;
  sourceTitle(id: string): string;
}

/** A question in the phone's own components. */
export function ImportedQuestion({ question, isTelling, pictures, sourceTitle }: ImportedQuestionProps) {
  const t = useWords(rowsWords);
  const asked = useMemo(() => askedOf(question, pictures), [question, pictures]);
  const key = useMemo(() => keyOf(question), [question]);
  // Without its picture nothing of a hot-spot can be tapped: its places are listed.
  const isPointless = asked.kind === 'hotspot' && asked.media.length === 0;
  if (!isTelling && !isPointless) return <PhoneAsked question={asked} selection={selectionOf(rightChoice(key))} />;
  return (
    <PhoneReveal
      question={asked}
      answer={key}
      explanation={question.explanation ?? t('noExplanation')}
      citations={citationsOf(question, sourceTitle)}
      words={{ why: t('why'), noAnswer: '' }}
    />
  );
}
