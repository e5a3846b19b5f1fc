import type { BankStatus } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { Icon, type IconName } from '../../../ui/Icon';
import { common } from '../words-common';

const LOOKS = {
  draft: { icon: 'pencil', tone: 'idle' },
  'in-review': { icon: 'eye', tone: 'warn' },
  approved: { icon: 'tick', tone: 'ok' },
  deprecated: { icon: 'warning', tone: 'bad' },
  retired: { icon: 'lock', tone: 'idle' },
} as const satisfies Record<BankStatus, { icon: IconName; tone: string }>;

/** Where a question stands: sign and word. */
export function StatusTag({ status, count }: { status: BankStatus; count?: number }) {
  const t = useWords(common);
  const { icon, tone } = LOOKS[status];
  return (
    <span className={`dk-st ${tone}`}>
      <Icon name={icon} />
      {t(`status_${status}`)}
      {count !== undefined && <b className="num">{count}</b>}
    </span>
  );
}
