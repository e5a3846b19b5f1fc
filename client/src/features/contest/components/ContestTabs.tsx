import { Link } from 'wouter';
import { useWords } from '../../../lib/i18n';
import { Icon, type IconName } from '../../../ui/Icon';
import { words } from '../words';

export type ContestTab = 'home' | 'boards' | 'practice';

/** The way between the pages of a contest. */
export function ContestTabs({ contestId, current }: { contestId: string; current: ContestTab }) {
  const t = useWords(words);
  const base = `/contests/${contestId}`;
  const tab = (to: string, icon: IconName, label: string, isCurrent: boolean) => (
    <Link href={to} className={isCurrent ? 'cur' : undefined} aria-current={isCurrent ? 'page' : undefined}>
      <Icon name={icon} />
      {label}
    </Link>
  );
  return (
    <nav className="bar tabs" aria-label={t('tabsLabel')}>
      {tab(base, 'calendar', t('tabHome'), current === 'home')}
      {tab(`${base}/boards`, 'trophy', t('tabBoards'), current === 'boards')}
      {tab(`${base}/practice`, 'dumbbell', t('tabPractice'), current === 'practice')}
      {tab('/me', 'person', t('tabMe'), false)}
    </nav>
  );
}
