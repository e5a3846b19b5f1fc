import type { Standing } from '@anquanli/contract/live';
import { formatNumber, useWords } from '../../../lib/i18n';
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
  return (
    <header className={`verdict ${tone}`} role="status">
      <span className="stamp" key={verdict}>
        <Icon name={icon} />
      </span>
      <div>
        <h1>{t(verdict)}</h1>
        {earns && <p className="pts">{t('points', { points: formatNumber(points) })}</p>}
        {verdict === 'right' && streak >= 2 && <p className="sm">{t('streak', { count: streak })}</p>}
        {verdict === 'partly' && <p className="sm">{t('partlyHelp')}</p>}
        {verdict === 'wrong' && <p>{t('wrongHelp')}</p>}
        {verdict === 'none' && <p>{t('noneHelp')}</p>}
        {verdict === 'void' && <p>{t('voidHelp', { reason: voidReason ?? '' })}</p>}
        {verdict === 'counting' && <p>{t('countingHelp')}</p>}
      </div>
    </header>
  );
}
