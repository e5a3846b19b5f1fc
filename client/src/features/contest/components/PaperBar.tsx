import { useState } from 'react';
import { useWords } from '../../../lib/i18n';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { Sheet } from '../../../ui/Sheet';
import { answeredLines, type PaperState } from '../model/paper-state';
import type { Paper } from '../model/use-paper';
import { words } from '../words';

interface PaperBarProps {
  paper: Paper;
  state: PaperState;
  lineNo: number;
  /** The answer is checked by the button, and stands. */
  tellsAtOnce: boolean;
  /** The explanation of this question is on the screen. */
  isTold: boolean;
  isReady: boolean;
  isOnItsWay: boolean;
  onTurn(lineNo: number): void;
  /** Takes what is put in as the answer; false when there is nothing. */
  onCommit(): boolean;
}

/** The lower edge of a paper: back, on, and at the last question handing in. */
export function PaperBar({ paper, state, lineNo, tellsAtOnce, isTold, isReady, isOnItsWay, ...to }: PaperBarProps) {
  const t = useWords(words);
  const [isAsking, setAsking] = useState(false);
  const count = state.attempt.questions.length;
  const isLast = lineNo === count;
  const mustCheck = tellsAtOnce && !isTold;

  function forward() {
    if (mustCheck) return void to.onCommit();
    if (!tellsAtOnce) to.onCommit();
    if (!isLast) return to.onTurn(lineNo + 1);
    // Where every answer has been explained there is nothing to look at again.
    if (tellsAtOnce && answeredLines(state).length === count) paper.handIn();
    else setAsking(true);
  }

  return (
    <>
      <div className="bar two">
        <Button kind="quiet" disabled={lineNo === 1} onClick={() => to.onTurn(lineNo - 1)}>
          {t('previous')}
        </Button>
        <Button disabled={paper.isHandingIn || (mustCheck && (!isReady || isOnItsWay))} onClick={forward}>
          {t(labelOf(mustCheck, isReady, isLast, tellsAtOnce))}
        </Button>
        <p className="saved-line" role="status">
          <SavedLine paper={paper} isOnItsWay={isOnItsWay} isSaved={isReady && !tellsAtOnce} />
        </p>
      </div>
      {isAsking && !paper.isHandingIn && (
        <HandInSheet
          open={count - answeredLines(state).length}
          count={count}
          onClose={() => setAsking(false)}
          onHandIn={() => {
            setAsking(false);
            paper.handIn();
          }}
        />
      )}
    </>
  );
}

function labelOf(mustCheck: boolean, isReady: boolean, isLast: boolean, tellsAtOnce: boolean) {
  if (mustCheck) return isReady ? 'check' : 'nextFirst';
  if (!isLast) return 'next';
  return tellsAtOnce ? 'finish' : 'handIn';
}

function SavedLine({ paper, isOnItsWay, isSaved }: { paper: Paper; isOnItsWay: boolean; isSaved: boolean }) {
  const t = useWords(words);
  if (paper.isHandingIn) return <>{t('timeUp')}</>;
  if (isOnItsWay) return <>{t('saving')}</>;
  if (!isSaved) return null;
  return (
    <>
      <Icon name="tick" />
      {t('saved')}
    </>
  );
}

interface HandInSheetProps {
  /** Questions without an answer. */
  open: number;
  count: number;
  onClose(): void;
  onHandIn(): void;
}

function HandInSheet({ open, count, onClose, onHandIn }: HandInSheetProps) {
  const t = useWords(words);
  return (
    <Sheet title={t('handInTitle')} onClose={onClose}>
      <p className="notice-text">{open === 0 ? t('handInAll', { count }) : t('handInSome', { count: open })}</p>
      <Button onClick={onHandIn}>{t('handInYes')}</Button>
      <Button kind="text" onClick={onClose}>
        {t('handInNo')}
      </Button>
    </Sheet>
  );
}
