import { useLocation } from 'wouter';
import { useWords } from '../../../lib/i18n';
import { ownSeat } from '../../../lib/own-seat';
import { Button } from '../../../ui/Button';
import { StateCard } from '../../../ui/StateCard';
import { words } from '../words';

export function AbortedScreen() {
  const t = useWords(words);
  const [, navigate] = useLocation();
  function leave() {
    navigate('/', { replace: true });
    ownSeat.clear();
  }
  return (
    <div className="center-page">
      <StateCard
        isPage
        title={t('abortedTitle')}
        help={t('abortedHelp')}
        action={<Button onClick={leave}>{t('toStart')}</Button>}
      />
    </div>
  );
}
