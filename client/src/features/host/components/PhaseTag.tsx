import type { Phase } from '@anquanli/contract/vocabulary';
import { useWords } from '../../../lib/i18n';
import { Icon, type IconName } from '../../../ui/Icon';
import { roundsWords } from '../words-rounds';

const LOOKS: Readonly<Record<Phase, { tone: string; icon: IconName }>> = {
  lobby: { tone: 'warn', icon: 'chair' },
  question_open: { tone: 'live', icon: 'play' },
  question_closed: { tone: 'live', icon: 'play' },
  reveal: { tone: 'live', icon: 'play' },
  leaderboard: { tone: 'live', icon: 'play' },
  finished: { tone: 'ok', icon: 'tick' },
  aborted: { tone: 'idle', icon: 'stop' },
};

/** Where a round stands: icon and word, never colour alone. */
export function PhaseTag({ phase }: { phase: Phase }) {
  const t = useWords(roundsWords);
  return (
    <span className={`dk-st ${LOOKS[phase].tone}`}>
      <Icon name={LOOKS[phase].icon} />
      {t(`phase_${phase}`)}
    </span>
  );
}
