import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { BankSet } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { PageHead } from '../../../ui/desk/PageHead';
import { Icon } from '../../../ui/Icon';
import { countOf } from '../model/set-figures';
import { common } from '../words-common';

interface SetHeadProps {
  set: BankSet;
  isAdmin: boolean;
  help?: ReactNode;
  actions?: ReactNode;
}

/** The head of every page of a set: its name, and its pages side by side. */
export function SetHead({ set, isAdmin, help, actions }: SetHeadProps) {
  const t = useWords(common);
  const home = `/bank/${set.setId}`;
  return (
    <>
      <p className="bk-crumb">
        <Link href="/bank">
          <Icon name="back" />
          {t('bank')}
        </Link>
      </p>
      <PageHead
        title={set.title}
        {...(help === undefined ? {} : { help })}
        {...(actions === undefined ? {} : { actions })}
      />
      <nav className="bk-tabs" aria-label={t('tabsLabel')}>
        <Tab to={home}>{t('tab_questions')}</Tab>
        {isAdmin && (
          <Tab to={`${home}/review`} count={countOf(set, 'in-review')}>
            {t('tab_review')}
          </Tab>
        )}
        <Tab to={`${home}/versions`}>{t('tab_versions')}</Tab>
        <Tab to={`${home}/media`}>{t('tab_media')}</Tab>
      </nav>
    </>
  );
}

function Tab({ to, count = 0, children }: { to: string; count?: number; children: ReactNode }) {
  const [path] = useLocation();
  const isCurrent = path === to;
  return (
    <Link href={to} aria-current={isCurrent ? 'page' : undefined} className={isCurrent ? 'on' : undefined}>
      {children}
      {count > 0 && <b className="num">{count}</b>}
    </Link>
  );
}
