import { useLocation } from 'wouter';
import { useWords } from '../../../lib/i18n';
import { forgetPerson } from '../../../lib/own-seat';
import { BreakText } from '../../../ui/BreakText';
import { Button } from '../../../ui/Button';
import { Sheet } from '../../../ui/Sheet';
import { usePlay } from '../play-context';
import { words } from '../words';

/** On a borrowed phone somebody else wants to play: a new person, a new seat. */
export function OtherPersonSheet({ name, onClose }: { name: string; onClose(): void }) {
  const t = useWords(words);
  const { seat } = usePlay();
  const [, navigate] = useLocation();

  function handOver() {
    navigate(`/j/${seat.joinToken}`, { replace: true });
    forgetPerson();
  }

  return (
    <Sheet title={t('otherPersonTitle')} onClose={onClose}>
      <p className="sheet-help">
        <BreakText text={t('otherPersonHelp', { name })} />
      </p>
      <Button onClick={onClose}>{t('otherPersonNo')}</Button>
      <Button kind="text" onClick={handOver}>
        {t('otherPersonYes')}
      </Button>
    </Sheet>
  );
}
