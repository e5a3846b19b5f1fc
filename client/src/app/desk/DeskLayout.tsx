import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { Account } from '@anquanli/contract/identity';
import { useLanguage, useWords } from '../../lib/i18n';
import { Icon, type IconName } from '../../ui/Icon';
import { LanguageSwitch } from '../../ui/LanguageSwitch';
import { Mark } from '../../ui/Mark';
import { words } from './words';

/** The ink navigation at the left and the page beside it; on a phone the navigation lies on top. */
export function DeskLayout({ account, children }: { account: Account; children: ReactNode }) {
  const t = useWords(words);
  const [language, setLanguage] = useLanguage();
  return (
    <div className="dk-desk">
      <a className="dk-skip" href="#work">
        {t('skip')}
      </a>
      <nav className="dk-nav" aria-label={t('nav')}>
        <p className="dk-logo">
          <Mark />
          {t('product')}
        </p>
        <div className="dk-nav-links">
          {account.role !== 'captain' && (
            <>
              <NavLink to="/rounds" icon="play" label={t('rounds')} />
              <NavLink to="/bank" icon="book" label={t('bank')} />
            </>
          )}
          <NavLink to="/desk/contests" icon="calendar" label={t('contests')} />
          <NavLink to="/units" icon="list" label={t('units')} />
          {account.role === 'admin' && <NavLink to="/accounts" icon="person" label={t('accounts')} />}
          <NavLink to="/account" icon="settings" label={t('account')} />
        </div>
        <div className="dk-nav-foot">
          <p>
            {t(`role_${account.role}`)}
            <b>{account.name}</b>
          </p>
          <LanguageSwitch language={language} onChange={setLanguage} />
        </div>
      </nav>
      <main className="dk-work" id="work" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function NavLink({ to, icon, label }: { to: string; icon: IconName; label: string }) {
  const [path] = useLocation();
  const isCurrent = path === to || path.startsWith(`${to}/`);
  return (
    <Link href={to} aria-current={isCurrent ? 'page' : undefined} className={isCurrent ? 'cur' : undefined}>
      <Icon name={icon} />
      {label}
    </Link>
  );
}
