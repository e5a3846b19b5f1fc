import { useEffect, useRef, useState } from 'react';
import type { QuestionView } from '@anquanli/contract/question';
import { useWords } from '../../../lib/i18n';
import { vibrate } from '../../../lib/vibrate';
import { Icon } from '../../../ui/Icon';
import { OptionButton } from '../../../ui/OptionButton';
import { optionsOf } from '../model/selection';
import { usePlay } from '../play-context';
import { words } from '../words';

interface OptionListProps {
  question: QuestionView;
  /** Selected or sent option ids. */
  shown: readonly string[];
  /** Nothing can be changed any more. */
  isFixed: boolean;
  /** Letters and shapes only, large. */
  isPlain: boolean;
}

export function OptionList({ question, shown, isFixed, isPlain }: OptionListProps) {
  const t = useWords(words);
  const { session } = usePlay();
  const list = useRef<HTMLOListElement>(null);
  const isMoreBelow = useIsEndHidden(list, question.questionNo);
  const options = optionsOf(question, { yes: t('yes'), no: t('no') });
  return (
    <>
      <ol className={`opts${isPlain ? ' plain' : ''}`} ref={list}>
        {options.map((option, index) => (
          <li key={option.id}>
            <OptionButton
              index={index}
              text={option.text}
              isMultiple={question.kind === 'multiple'}
              isSelected={shown.includes(option.id)}
              isOff={isFixed && !shown.includes(option.id)}
              isDisabled={isFixed}
              onPress={() => {
                vibrate(15);
                session.tap(option.id);
              }}
            />
          </li>
        ))}
      </ol>
      {isMoreBelow && !isFixed && (
        <p className={`more-below${question.kind === 'multiple' ? ' above-bar' : ''}`} aria-hidden="true">
          <Icon name="down" />
          {t('moreBelow')}
        </p>
      )}
    </>
  );
}

/** The bar with the button lies over the lower edge of the page. */
const BAR_HEIGHT = 80;

/** Is the last option still below the edge? Once seen, it is seen. */
function useIsEndHidden(list: { current: HTMLOListElement | null }, questionNo: number): boolean {
  const [isHidden, setHidden] = useState(false);
  useEffect(() => {
    const last = list.current?.lastElementChild;
    if (last === null || last === undefined || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined) return;
        setHidden(!entry.isIntersecting);
        if (entry.isIntersecting) observer.disconnect();
      },
      { threshold: 0.5, rootMargin: `0px 0px -${BAR_HEIGHT}px 0px` },
    );
    observer.observe(last);
    return () => observer.disconnect();
  }, [list, questionNo]);
  return isHidden;
}
