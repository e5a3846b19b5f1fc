import { App as AntApp } from 'antd';
import type { BankRelease } from '@anquanli/contract/bank';
import { bankReleaseRoutes } from '@anquanli/contract/bank-releases';
import { formatMoment } from '../../../lib/dates';
import { downloadFile } from '../../../lib/download-file';
import { errorText, errorWords } from '../../../lib/error-words';
import { formatNumber, useLanguage, useWords } from '../../../lib/i18n';
import { LineAction } from '../../../ui/desk/LineAction';
import { Icon } from '../../../ui/Icon';
import { newestRelease, shortHash } from '../model/set-figures';
import { common } from '../words-common';
import { releasesWords } from '../words-releases';

interface ReleaseTableProps {
  setId: string;
  releases: readonly BankRelease[];
  isAdmin: boolean;
  onWithdraw(release: BankRelease): void;
}

export function ReleaseTable({ setId, releases, isAdmin, onWithdraw }: ReleaseTableProps) {
  const t = useWords(releasesWords);
  const c = useWords(common);
  const e = useWords(errorWords);
  const [language] = useLanguage();
  const { message } = AntApp.useApp();
  const newest = newestRelease({ releases: [...releases] });

  async function download(version: string) {
    const outcome = await downloadFile(
      bankReleaseRoutes.download,
      { params: { setId, version } },
      `${setId}-${version}.zip`,
    );
    if (outcome.ok) void message.success(t('downloaded', { version }));
    else void message.error(errorText(e, outcome));
  }

  return (
    <table className="dk-table dk-stacked bk-releases" aria-label={t('listLabel')}>
      <thead>
        <tr>
          <th scope="col">{t('colVersion')}</th>
          <th scope="col">{t('colStatus')}</th>
          <th scope="col">{t('colDate')}</th>
          <th scope="col" className="dk-r">
            {t('colCount')}
          </th>
          <th scope="col">{t('colHash')}</th>
          <th scope="col">
            <span className="vh">{c('more')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {releases.map((release) => {
          const { version, status, questionCount, contentHash, released, withdrawal } = release;
          return (
            <tr key={version}>
              <td>
                <b className="num bk-version">{version}</b>{' '}
                {newest?.version === version && <span className="dk-tag">{t('newest')}</span>}
              </td>
              <td>
                <span className={`dk-st ${status === 'released' ? 'ok' : 'bad'}`}>
                  <Icon name={status === 'released' ? 'tick' : 'lock'} />
                  {t(status)}
                </span>
                {withdrawal !== null && (
                  <small className="bk-reason">
                    {t('withdrawnBy', {
                      name: withdrawal.by ?? c('somebody'),
                      date: formatMoment(withdrawal.at, language),
                      reason: withdrawal.reason,
                    })}
                  </small>
                )}
              </td>
              <td className="muted">
                {formatMoment(released.at, language)} · {released.by ?? c('somebody')}
              </td>
              <td className="dk-r num">
                {formatNumber(questionCount)}
                <span className="bk-narrow"> {t('questionsUnit')}</span>
              </td>
              <td>
                <span className="bk-narrow">{t('colHash')} </span>
                <code title={contentHash}>{shortHash(contentHash)}</code>
              </td>
              <td className="dk-r">
                <span className="dk-line-actions">
                  <LineAction about={version} onClick={() => void download(version)}>
                    {t('download')}
                  </LineAction>
                  {isAdmin && status === 'released' && (
                    <LineAction about={version} onClick={() => onWithdraw(release)}>
                      {t('withdraw')}
                    </LineAction>
                  )}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
