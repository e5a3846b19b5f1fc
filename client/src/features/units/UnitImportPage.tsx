import { useMemo } from 'react';
import { Link } from 'wouter';
import { unitFileRoutes } from '@anquanli/contract/unit-files';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { downloadFile } from '../../lib/download-file';
import { useErrorText } from '../../lib/error-words';
import { useLanguage, useWords } from '../../lib/i18n';
import { useOrder } from '../../lib/use-call';
import { Card } from '../../ui/desk/Card';
import { deskButton, DeskButton } from '../../ui/desk/DeskButton';
import { PageHead } from '../../ui/desk/PageHead';
import { Note } from '../../ui/Note';
import { ImportFlow } from './components/ImportFlow';
import { useFileImport, type FileRoutes } from './components/use-file-import';
import { mapped } from './model/mapped-outcome';
import { shownUnitRow } from './model/shown-rows';
import { fileWords } from './words-files';

/** Megabytes over a site's network, and thousands of rows to write. */
const TIMEOUT_MS = 180_000;

/** `/units/import`: the tree from a table, looked at before it goes in. */
export default function UnitImportPage() {
  const t = useWords(fileWords);
  useDocumentTitle(t('title'));
  const routes = useMemo((): FileRoutes => {
    const timeoutMs = TIMEOUT_MS;
    return {
      async look(content) {
        const outcome = await call(unitFileRoutes.preview, { body: { content }, timeoutMs });
        return mapped(outcome, ({ rows, ...rest }) => ({ ...rest, rows: rows.map((row) => shownUnitRow(t, row)) }));
      },
      async bringIn(content, digest) {
        const outcome = await call(unitFileRoutes.bringIn, { body: { content, digest }, timeoutMs });
        return mapped(outcome, ({ refused, ...counts }) => ({
          summary: t('doneUnits', counts),
          refused: refused.map((row) => shownUnitRow(t, row)),
        }));
      },
    };
  }, [t]);
  const flow = useFileImport(routes);
  return (
    <>
      <PageHead
        title={t('title')}
        help={t('help')}
        actions={
          <Link href="/units" className={deskButton()}>
            {t('back')}
          </Link>
        }
      />
      <Prepare />
      <ImportFlow
        flow={flow}
        about={t('unit')}
        onward={
          <Link href="/units" className={deskButton('primary')}>
            {t('toUnits')}
          </Link>
        }
      />
    </>
  );
}

function Prepare() {
  const t = useWords(fileWords);
  const [language] = useLanguage();
  const order = useOrder();
  const problem = useErrorText(order.failure);
  const query = { language };
  return (
    <Card title={t('prepare')}>
      <p className="dk-lead">{t('prepareHelp')}</p>
      {problem !== '' && <Note tone="no" title={problem} />}
      <div className="un-deeds">
        <DeskButton
          icon="download"
          isBusy={order.isBusy}
          onClick={() =>
            void order.give(() => downloadFile(unitFileRoutes.template, { query }, `${t('template')}.xlsx`))
          }
        >
          {t('template')}
        </DeskButton>
        <DeskButton
          icon="download"
          isBusy={order.isBusy}
          onClick={() => void order.give(() => downloadFile(unitFileRoutes.export, { query }, `${t('unit')}.xlsx`))}
        >
          {t('exportAll')}
        </DeskButton>
      </div>
    </Card>
  );
}
