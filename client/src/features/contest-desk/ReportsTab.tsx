import { useCallback, useEffect, useState } from 'react';
import type { ContestDetail } from '@anquanli/contract/contest-desk';
import { reportRoutes, type Report } from '@anquanli/contract/reports';
import { REPORT_KINDS, type ReportKind } from '@anquanli/contract/vocabulary';
import { call } from '../../lib/api-client';
import { formatMoment } from '../../lib/dates';
import { downloadFile } from '../../lib/download-file';
import { useErrorText } from '../../lib/error-words';
import { sizeText } from '../../lib/figures';
import { formatNumber, useLanguage, useWords } from '../../lib/i18n';
import { useLoaded, useOrder } from '../../lib/use-call';
import { Card } from '../../ui/desk/Card';
import { Choices } from '../../ui/desk/Choices';
import { DeskButton } from '../../ui/desk/DeskButton';
import { LineAction } from '../../ui/desk/LineAction';
import { Note } from '../../ui/Note';
import { StateCard } from '../../ui/StateCard';
import { DeskReading } from './components/DeskReading';
import { watchWords } from './words-watch';

const AGAIN_MS = 1_000;

/** Spreadsheets: made in the background, kept, downloaded. */
export function ReportsTab({ contest }: { contest: ContestDetail }) {
  const t = useWords(watchWords);
  const [language] = useLanguage();
  const [kind, setKind] = useState<ReportKind>('regions');
  const order = useOrder();
  const problem = useErrorText(order.failure);
  const contestId = contest.id;
  const load = useCallback(() => call(reportRoutes.list, { params: { contestId } }), [contestId]);
  const { value, failure, reload } = useLoaded<{ reports: Report[] }>(load);
  const isMaking = value?.reports.some(({ state }) => state === 'making') === true;
  useEffect(() => {
    if (!isMaking) return;
    const timer = setInterval(reload, AGAIN_MS);
    return () => clearInterval(timer);
  }, [isMaking, reload]);

  async function make() {
    const input = { params: { contestId }, body: { kind, language } };
    if ((await order.give(() => call(reportRoutes.make, input))) !== null) reload();
  }
  async function remove(reportId: string) {
    if ((await order.give(() => call(reportRoutes.remove, { params: { contestId, reportId } }))) !== null) reload();
  }
  const download = (report: Report) =>
    order.give(() =>
      downloadFile(
        reportRoutes.file,
        { params: { contestId, reportId: report.id } },
        `${contest.title}-${t(`report_${report.kind}`)}.xlsx`,
      ),
    );

  return (
    <>
      <Card title={t('reportsTitle')} note={t('reportsHelp')}>
        <div className="cd-make">
          <Choices<ReportKind>
            label={t('reportsTitle')}
            value={kind}
            items={REPORT_KINDS.map((each) => ({ value: each, label: t(`report_${each}`) }))}
            onChange={setKind}
          />
          <DeskButton look="primary" icon="download" isBusy={order.isBusy} onClick={() => void make()}>
            {t('make')}
          </DeskButton>
        </div>
        {problem !== '' && <Note tone="no" title={problem} />}
      </Card>
      {value === null ? (
        <DeskReading failure={failure} onRetry={reload} />
      ) : value.reports.length === 0 ? (
        <Card>
          <StateCard title={t('noReports')} help={t('noReportsHelp')} />
        </Card>
      ) : (
        <Card>
          <ul className="cd-reports">
            {value.reports.map((report) => (
              <li key={report.id}>
                <span>
                  <b>{t(`report_${report.kind}`)}</b>
                  {report.unitName !== null && (
                    <span className="dk-tag">{t('ownUnits', { name: report.unitName })}</span>
                  )}
                  <small className="muted">
                    {t('by', { name: report.byName ?? '', at: formatMoment(report.createdAt, language) })}
                  </small>
                </span>
                <span className="muted num" role="status">
                  {stateOf(t, report)}
                </span>
                <span className="dk-line-actions">
                  {report.state === 'ready' && (
                    <LineAction about={t(`report_${report.kind}`)} onClick={() => void download(report)}>
                      {t('download')}
                    </LineAction>
                  )}
                  {report.state !== 'making' && (
                    <LineAction about={t(`report_${report.kind}`)} onClick={() => void remove(report.id)}>
                      {t('delete')}
                    </LineAction>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function stateOf(t: ReturnType<typeof useWords<(typeof watchWords)['zh']>>, report: Report): string {
  if (report.state === 'making') return t('making', { percent: report.percent });
  if (report.state === 'failed') return t('failed');
  return t('rows', { rows: formatNumber(report.rows), size: sizeText(report.bytes) });
}
