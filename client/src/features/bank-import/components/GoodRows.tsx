import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { ImportItem } from '@anquanli/contract/bank-imports';
import { useWords } from '../../../lib/i18n';
import { useMedia } from '../../../lib/use-media';
import { kindWords } from '../../../ui/question/kind-words';
import { rowsWords } from '../words-rows';
import { PreviewCard } from './PreviewCard';
import { ProblemLines } from './ProblemLines';
import { RepairForm } from './RepairForm';
import type { RowsProps } from './rows-part';
import { usePlaceText } from './use-place';

interface GoodRowsProps extends RowsProps {
  view: 'good' | 'notices';
}

/** Questions that can go in, at the left; how a phone shows the chosen one, at the right (on a phone: below it). */
export function GoodRows({ open, items, leftOut, bank, view }: GoodRowsProps) {
  const t = useWords(rowsWords);
  const [ref, setRef] = useState<string | null>(null);
  const [mending, setMending] = useState<string | null>(null);
  const isNarrow = useMedia('(max-width: 1023px)');
  const lines = useRef<HTMLUListElement>(null);
  const list = items.items ?? [];
  useEffect(() => {
    // Its phone is drawn below the line: below the edge, too, if the line was low.
    if (isNarrow && ref !== null) lines.current?.querySelector('.sel')?.scrollIntoView({ block: 'start' });
  }, [isNarrow, ref]);
  const chosen = list.find((item) => item.ref === ref) ?? (isNarrow ? undefined : list[0]);
  const preview = chosen?.question ? <PreviewCard item={chosen} bank={bank} /> : null;
  return (
    <div className="bi-good">
      <div>
        {view === 'notices' && <p className="bi-lead">{t('noticesHelp')}</p>}
        <ul ref={lines} className="bi-questions" onKeyDown={moveFocus}>
          {list.map((item) => (
            <li key={item.ref} className={item === chosen ? 'sel' : undefined}>
              <GoodLine
                item={item}
                isChosen={item === chosen}
                isLeftOut={leftOut.has(item.ref)}
                onChoose={() => setRef(isNarrow && item === chosen ? null : item.ref)}
              />
              {view === 'notices' && (
                <ProblemLines problems={item.problems.filter(({ weight }) => weight === 'notice')} />
              )}
              {item === chosen && mending !== item.ref && open.detail?.state !== 'committed' && (
                <button type="button" className="dk-link bi-mend" onClick={() => setMending(item.ref)}>
                  {t('mend')}
                </button>
              )}
              {mending === item.ref && (
                <RepairForm
                  item={item}
                  open={open}
                  onRepaired={(next) => {
                    items.put(next, next.question !== null);
                    if (next.question !== null) setMending(null);
                  }}
                  onClose={() => setMending(null)}
                />
              )}
              {item === chosen && isNarrow && preview}
            </li>
          ))}
        </ul>
      </div>
      {!isNarrow && <aside className="bi-aside">{preview ?? <p className="dk-quiet">{t('previewNone')}</p>}</aside>}
    </div>
  );
}

interface GoodLineProps {
  item: ImportItem;
  isChosen: boolean;
  isLeftOut: boolean;
  onChoose(): void;
}

function GoodLine({ item, isChosen, isLeftOut, onChoose }: GoodLineProps) {
  const t = useWords(rowsWords);
  const kindName = useWords(kindWords);
  const placeOf = usePlaceText();
  const { question } = item;
  if (question === null) return null;
  return (
    <button type="button" className="bi-question" aria-pressed={isChosen} onClick={onChoose}>
      <span className="bi-place">{placeOf(item.where, true)}</span>
      <span className="dk-tag">{kindName(question.type)}</span>
      <span className="bi-stem">{question.stem}</span>
      <span className="bi-marks">
        {item.isKnown && <span className="dk-tag">{t('known')}</span>}
        {item.isRepaired && <span className="dk-tag">{t('repaired')}</span>}
        {isLeftOut && <span className="dk-tag">{t('leftOut')}</span>}
      </span>
    </button>
  );
}

/** Up and down go from question to question. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const from = document.activeElement;
  if (step === 0 || !(from instanceof HTMLElement) || !from.classList.contains('bi-question')) return;
  const all = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('.bi-question'));
  const next = all[all.indexOf(from) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.click();
}
