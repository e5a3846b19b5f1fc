import type { Standing } from '@anquanli/contract/live';
import { formatNumber, useWords, type Translate } from '../../../lib/i18n';
import { BreakText } from '../../../ui/BreakText';
import { Icon, type IconName } from '../../../ui/Icon';
import type { ShownVerdict } from '../model/verdict';
import { words } from '../words';

const LOOKS = {
  right: { tone: 'ok', icon: 'tick' },
  partly: { tone: 'part', icon: 'tick' },
  wrong: { tone: 'no', icon: 'cross' },
  none: { tone: 'calm', icon: 'clock' },
  void: { tone: 'calm', icon: 'same' },
  counting: { tone: 'calm', icon: 'clock' },
} as const satisfies Record<ShownVerdict, { tone: string; icon: IconName }>;

interface VerdictHeadProps {
  verdict: ShownVerdict;
  standing: Standing | null;
  voidReason: string | null;
}

export function VerdictHead({ verdict, standing, voidReason }: VerdictHeadProps) {
  const t = useWords(words);
  const { tone, icon } = LOOKS[verdict];
  const points = standing?.points ?? 0;
  const streak = standing?.streak ?? 0;
  const earns = verdict === 'right' || verdict === 'partly';
  const help = helpOf(t, verdict, streak, voidReason);
  return (
    <header className={`verdict ${tone}`}>
      <span className="stamp" key={verdict}>
        <Icon name={icon} />
      </span>
      <div aria-live="polite">
        <h1>{t(verdict)}</h1>
        {earns && <p className="pts">{t('points', { points: formatNumber(points) })}</p>}
        {help !== null && (
          <p className={earns ? 'sm' : undefined}>
            <BreakText text={help} />
          </p>
        )}
      </div>
    </header>
  );
}

function helpOf(
  t: Translate<(typeof words)['zh']>,
  verdict: ShownVerdict,
  streak: number,
  voidReason: string | null,
): string | null {
  switch (verdict) {
    case 'right':
      return streak >= 2 ? t('streak', { count: streak }) : null;
    case 'void':
      return t('voidHelp', { reason: voidReason ?? '' });
    case 'partly':
      return t('partlyHelp');
    case 'wrong':
      return t('wrongHelp');
    case 'none':
      return t('noneHelp');
    case 'counting':
      return t('countingHelp');
  }
}
