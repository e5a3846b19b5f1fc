import { useState, type FormEvent } from 'react';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { useLargeText } from '../../../lib/display';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import type { FoundRound } from '../model/claim';
import { isWholePin } from '../model/pin';
import { useEntrance } from '../use-entrance';
import { words } from '../words';
import { JoinFrame } from './JoinFrame';
import { PinField } from './PinField';

/** The code on the big screen. The sixth digit goes in by itself. */
export function PinStep({ onFound }: { onFound(found: FoundRound): void }) {
  const t = useWords(words);
  const { isBusy, failure, find } = useEntrance(onFound);
  const [pin, setPin] = useState('');
  const [isShort, setShort] = useState(false);
  const error = useErrorText(failure);

  function change(digits: string) {
    setPin(digits);
    setShort(false);
    if (isWholePin(digits) && digits !== pin) void find({ pin: digits });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (isWholePin(pin)) void find({ pin });
    else setShort(true);
  }

  return (
    <JoinFrame title={t('brand')} help={t('motto')}>
      <form className="plate" onSubmit={submit} noValidate>
        <label className="label" htmlFor="pin">
          {t('pinLabel')}
        </label>
        <PinField id="pin" label={t('pinField')} value={pin} isWrong={failure !== null} onChange={change} />
        <p className="field-error" id="pin-error" role="alert">
          {isShort ? t('pinShort', { count: LIMITS.pinDigits - pin.length }) : error}
        </p>
        <Button type="submit" disabled={isBusy}>
          {t(isBusy ? 'entering' : 'enter')}
        </Button>
        <p className="hint scan-hint">
          <Icon name="scan" />
          {t('scanFaster')}
        </p>
      </form>
      <div className="plate">
        <LargeTextEntry />
      </div>
    </JoinFrame>
  );
}

function LargeTextEntry() {
  const t = useWords(words);
  const [isLarge, setLarge] = useLargeText();
  return (
    <button type="button" className="entry" onClick={() => setLarge(!isLarge)}>
      <Icon name="largeText" />
      <span>
        <b>{t(isLarge ? 'normalText' : 'largeText')}</b>
        <small>{t(isLarge ? 'normalTextHelp' : 'largeTextHelp')}</small>
      </span>
      <Icon name="go" className="go" />
    </button>
  );
}
