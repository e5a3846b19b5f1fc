import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Failure } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { ownSeat } from '../../../lib/own-seat';
import { Button } from '../../../ui/Button';
import { StateCard } from '../../../ui/StateCard';
import type { Gate } from '../model/screen';
import { usePlay } from '../play-context';
import { words } from '../words';

const WORDS = {
  kicked: ['kickedTitle', 'kickedHelp'],
  banned: ['bannedTitle', 'bannedHelp'],
  seat_moved: ['movedTitle', 'movedHelp'],
  not_seated: ['notSeatedTitle', 'notSeatedHelp'],
  round_gone: ['goneTitle', 'goneHelp'],
} as const satisfies Record<Gate, readonly [string, string]>;

/** Why this phone is not in the round, and the one way on. */
export function GateScreen({ gate }: { gate: Gate }) {
  const t = useWords(words);
  const { comeBack } = usePlay();
  const [, navigate] = useLocation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const error = useErrorText(failure);
  const [title, help] = WORDS[gate];

  function leave() {
    navigate('/', { replace: true });
    ownSeat.clear();
  }
  async function again() {
    setBusy(true);
    setFailure(await comeBack());
    setBusy(false);
  }

  const action =
    gate === 'kicked' ? (
      <>
        <Button disabled={isBusy} onClick={again}>
          {t('comeBack')}
        </Button>
        <Button kind="text" onClick={leave}>
          {t('toStart')}
        </Button>
      </>
    ) : (
      <Button onClick={leave}>{t('toStart')}</Button>
    );
  return (
    <div className="center-page">
      <StateCard isPage title={t(title)} help={error === '' ? t(help) : error} action={action} />
    </div>
  );
}
