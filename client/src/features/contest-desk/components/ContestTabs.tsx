import { Link, useLocation } from 'wouter';
import { useWords } from '../../../lib/i18n';
import { words } from '../words';

const TABS = ['dashboard', 'units', 'people', 'findings', 'reports', 'bulletins', 'log'] as const;
const OF_ORGANISERS: readonly string[] = ['bulletins', 'log'];

/** The pages of one contest. */
export function ContestTabs({ base, mayManage }: { base: string; mayManage: boolean }) {
  const t = useWords(words);
  const [path] = useLocation();
  return (
    <nav className="cd-tabs" aria-label={t('tabsLabel')}>
      {TABS.filter((tab) => mayManage || !OF_ORGANISERS.includes(tab)).map((tab) => {
        const to = tab === 'dashboard' ? base : `${base}/${tab}`;
        const isCurrent = tab === 'dashboard' ? path === base : path.startsWith(to);
        return (
          <Link
            key={tab}
            href={to}
            className={isCurrent ? 'cur' : undefined}
            aria-current={isCurrent ? 'page' : undefined}
          >
            {t(`tab_${tab}`)}
          </Link>
        );
      })}
    </nav>
  );
}
