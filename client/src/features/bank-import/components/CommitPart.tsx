import { App as AntApp } from 'antd';
import { useState } from 'react';
import { bankImportRoutes, type ImportDetail, type ImportMapping } from '@anquanli/contract/bank-imports';
import { downloadFile } from '../../../lib/download-file';
import { errorText, errorWords } from '../../../lib/error-words';
import { formatNumber, useLanguage, useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { openTypeCodes } from '../model/choices';
import { commitCount } from '../model/flow';
import { rowsWords } from '../words-rows';
import { NOTHING_TOLD, ResultCard, type CommitResult } from './ResultCard';
import type { OpenImport } from './use-import';
import type { LeftOut } from './use-left-out';

interface CommitPartProps {
  open: OpenImport;
  detail: ImportDetail;
  mapping: ImportMapping | null;
  leftOut: LeftOut;
}

/** The bar at the bottom: how many go in, or why they cannot; and what came of it. */
export function CommitPart({ open, detail, mapping, leftOut }: CommitPartProps) {
  const t = useWords(rowsWords);
  const [result, setResult] = useState<CommitResult | null>(null);
  const { counts } = detail;
  const count = commitCount(counts, leftOut.refs.length);
  const isUnconfirmed = openTypeCodes(mapping).length > 0;
  const isReady = !open.isReading && !isUnconfirmed && count > 0;
  const why = open.isReading
    ? 'barReading'
    : isUnconfirmed
      ? 'barConfirm'
      : count > 0
        ? 'barReady'
        : counts.known > 0
          ? 'barKnown'
          : 'barNothing';

  async function commit() {
    const done = await open.commit(leftOut.refs);
    if (done === null) return;
    setResult({ ...done, leftOut: leftOut.refs.length });
    window.scrollTo({ top: 0 });
  }

  const shown = result ?? (detail.state === 'committed' ? { ...NOTHING_TOLD, added: counts.added } : null);
  return (
    <>
      {shown !== null && <ResultCard detail={detail} result={shown} />}
      <footer className="bi-bar">
        <p>
          <b>{t(why)}</b>
          <span>
            {[
              ...(leftOut.refs.length > 0 ? [t('barLeftOut', { count: formatNumber(leftOut.refs.length) })] : []),
              ...(counts.refused > 0 ? [t('barRefused', { count: formatNumber(counts.refused) })] : []),
            ].join(' · ')}
          </span>
        </p>
        {counts.refused > 0 && <DownloadButton detail={detail} />}
        <DeskButton
          look={isReady ? 'primary' : 'plain'}
          className="dk-big"
          isBusy={open.isBusy}
          disabled={!isReady}
          onClick={() => void commit()}
        >
          {count === 0 ? t('commitNone') : t('commit', { count: formatNumber(count) })}
        </DeskButton>
      </footer>
    </>
  );
}

function DownloadButton({ detail }: { detail: ImportDetail }) {
  const t = useWords(rowsWords);
  const e = useWords(errorWords);
  const [language] = useLanguage();
  const { message } = AntApp.useApp();
  const order = useOrder();
  async function download() {
    const name = detail.name.replace(/\.[a-z]{2,5}$/i, '');
    await order.give(async () => {
      const outcome = await downloadFile(
        bankImportRoutes.refused,
        { params: { importId: detail.id }, query: { language } },
        `${name} ${t('tab_refused')}.xlsx`,
      );
      if (outcome.ok) void message.success(t('downloaded'));
      else void message.error(errorText(e, outcome));
      return outcome;
    });
  }
  return (
    <DeskButton icon="download" isBusy={order.isBusy} onClick={() => void download()}>
      {t('download')}
    </DeskButton>
  );
}
