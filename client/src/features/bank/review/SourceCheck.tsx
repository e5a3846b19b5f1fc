import { useState } from 'react';
import { BANK_LIMITS, type DeskQuestion } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Icon } from '../../../ui/Icon';
import { common } from '../words-common';
import { reviewWords } from '../words-review';

interface SourceCheckProps {
  desk: DeskQuestion;
  isBusy: boolean;
  onChecked(agrees: boolean, note: string): Promise<void>;
}

/** Was the cited text opened, and does it say so? The answer goes on record. */
export function SourceCheck({ desk, isBusy, onChecked }: SourceCheckProps) {
  const t = useWords(reviewWords);
  const c = useWords(common);
  const [note, setNote] = useState('');
  const checks = (desk.question.checks ?? []).filter(({ kind }) => kind === 'source-text' || kind === 'fact-sheet');
  const last = checks[checks.length - 1];
  return (
    <section className="dk-card bk-source-check" aria-label={t('sourceTitle')}>
      <h2>{t('sourceTitle')}</h2>
      {last !== undefined && (
        <p className={`dk-st ${last.result === 'agrees' ? 'ok' : 'bad'}`}>
          <Icon name={last.result === 'agrees' ? 'tick' : 'cross'} />
          {t('sourceDone', { result: c(last.result) })} · {last.on}
        </p>
      )}
      {last?.result !== 'agrees' && (
        <>
          <p className="muted">{t('sourceHelp')}</p>
          <div className="bk-source-row">
            <input
              className="dk-input"
              aria-label={t('sourceNote')}
              maxLength={BANK_LIMITS.noteChars}
              placeholder={t('sourceNotePlaceholder')}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
            <DeskButton icon="tick" isBusy={isBusy} onClick={() => void onChecked(true, note)}>
              {t('sourceYes')}
            </DeskButton>
            <DeskButton icon="cross" isBusy={isBusy} onClick={() => void onChecked(false, note)}>
              {t('sourceNo')}
            </DeskButton>
          </div>
        </>
      )}
    </section>
  );
}
