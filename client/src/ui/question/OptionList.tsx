import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../lib/i18n';
import { vibrate } from '../../lib/vibrate';
import { Icon } from '../Icon';
import { OptionButton } from '../OptionButton';
import { optionsOf } from './asked';
import type { InputProps } from './input-props';
import { Picture } from './picture/Picture';
import { ZoomButton } from './picture/ZoomButton';
import { selectionFor, withTap } from './selection';
import { words } from './words';

interface OptionListProps extends InputProps {
  /** Letters and shapes only, large. */
  readonly isPlain: boolean;
}

export function OptionList({ question, selection, isFixed, isPlain, onChange }: OptionListProps) {
  const t = useWords(words);
  const list = useRef<HTMLOListElement>(null);
  const options = optionsOf(question, { yes: t('yes'), no: t('no') });
  const hasPictures = options.some(({ media }) => media !== undefined);
  const isMoreBelow = useIsEndHidden(list, options.map(({ id }) => id).join());
  const selected = selectionFor(question, selection);
  const shown = selected.by === 'options' ? selected.options : [];
  return (
    <>
      <ol className={`opts${isPlain ? ' plain' : ''}${hasPictures ? ' pics' : ''}`} ref={list}>
        {options.map(({ id, text, media }, index) => (
          <li key={id}>
            <OptionButton
              index={index}
              text={text}
              picture={media === undefined ? undefined : <Picture media={media} isInWords={text !== null} />}
              isMultiple={question.kind === 'multiple'}
              isSelected={shown.includes(id)}
              isOff={isFixed && !shown.includes(id)}
              isDisabled={isFixed}
              onPress={() => {
                vibrate(15);
                onChange({ by: 'options', options: withTap(question, shown, id) });
              }}
            />
            {media !== undefined && <ZoomButton media={media} />}
          </li>
        ))}
      </ol>
      {isMoreBelow && !isFixed && (
        <p className={`more-below${question.kind === 'multiple' ? ' above-bar' : ''}`} aria-hidden="true">
          <span>
            <Icon name="down" />
            {t('moreBelow')}
          </span>
        </p>
      )}
    </>
  );
}

/** The bar with the button lies over the lower edge of the page. */
const BAR_HEIGHT = 80;

/** Is the last option still below the edge? Once seen, it is seen. */
function useIsEndHidden(list: { current: HTMLOListElement | null }, content: string): boolean {
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
  }, [list, content]);
  return isHidden;
}
