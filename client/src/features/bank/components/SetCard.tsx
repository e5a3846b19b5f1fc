import { useCallback } from 'react';
import { Link } from 'wouter';
import { BANK_STATUSES, bankRoutes, type BankSet } from '@anquanli/contract/bank';
import { call, type Outcome } from '../../../lib/api-client';
import { formatDate } from '../../../lib/dates';
import { formatNumber, useLanguage, useWords } from '../../../lib/i18n';
import { useLoaded } from '../../../lib/use-call';
import { deskButton } from '../../../ui/desk/DeskButton';
import { countOf, newestRelease } from '../model/set-figures';
import { common } from '../words-common';
import { setsWords } from '../words-sets';
import { StatusTag } from './StatusTag';

const NOTHING: Outcome<null> = { ok: true, value: null };

/** One set of the list. How much changed since the newest version is asked for each card by itself. */
export function SetCard({ set, isAdmin }: { set: BankSet; isAdmin: boolean }) {
  const t = useWords(setsWords);
  const c = useWords(common);
  const [language] = useLanguage();
  const { setId } = set;
  const release = newestRelease(set);
  const hasRelease = release !== null;
  const changed = useLoaded<{ total: number } | null>(
    useCallback(
      () =>
        hasRelease
          ? call(bankRoutes.questions, { params: { setId }, query: { unreleased: '1' } })
          : Promise.resolve(NOTHING),
      [hasRelease, setId],
    ),
  ).value;
  const waiting = countOf(set, 'in-review');
  return (
    <li className="dk-card bk-set">
      <div className="bk-set-words">
        <h2>
          <Link href={`/bank/${setId}`}>{set.title}</Link>
        </h2>
        {set.description !== '' && <p>{set.description}</p>}
        <p className="bk-set-meta">
          <span>{t('legalBasis', { date: set.legalBasisDate })}</span>
          <span>
            {t('updated', {
              name: set.updated.by ?? c('somebody'),
              date: formatDate(set.updated.at, language),
            })}
          </span>
        </p>
      </div>
      <div className="bk-set-count">
        <b className="num">{formatNumber(set.questions.total)}</b>
        <span>{t('questions')}</span>
      </div>
      <ul className="bk-set-states">
        {BANK_STATUSES.filter((status) => countOf(set, status) > 0).map((status) => (
          <li key={status}>
            <StatusTag status={status} count={countOf(set, status)} />
          </li>
        ))}
      </ul>
      <div className="bk-set-release">
        <b>
          {release === null
            ? t('neverReleased')
            : t('released', {
                version: release.version,
                date: formatDate(release.released.at, language),
                count: release.questionCount,
              })}
        </b>
        {changed !== null && changed.total === 0 && <span className="muted">{t('noChanges')}</span>}
        {changed !== null && changed.total > 0 && (
          <Link href={`/bank/${setId}?unreleased=1`} className="bk-quiet-link">
            {t('changes', { count: changed.total })}
          </Link>
        )}
      </div>
      <div className="bk-set-deeds">
        <Link href={`/bank/${setId}`} className={deskButton()}>
          {t('open')}
          <span className="vh"> {set.title}</span>
        </Link>
        {isAdmin && waiting > 0 && (
          <Link href={`/bank/${setId}/review`} className={deskButton()}>
            {t('review', { count: waiting })}
          </Link>
        )}
        <Link href={`/bank/${setId}/versions`} className={deskButton('text')}>
          {t('versions')}
        </Link>
      </div>
    </li>
  );
}
