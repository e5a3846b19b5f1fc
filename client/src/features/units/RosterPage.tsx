import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { rosterRoutes } from '@anquanli/contract/rosters';
import { unitRoutes } from '@anquanli/contract/units';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { downloadFile } from '../../lib/download-file';
import { useErrorText } from '../../lib/error-words';
import { useLanguage, useWords } from '../../lib/i18n';
import { useLoaded, useOrder } from '../../lib/use-call';
import { Toggle } from '../../ui/desk/Choices';
import { deskButton, DeskButton } from '../../ui/desk/DeskButton';
import { PageHead } from '../../ui/desk/PageHead';
import { Note } from '../../ui/Note';
import { ImportFlow } from './components/ImportFlow';
import { RosterTable } from './components/RosterTable';
import { useFileImport, type FileRoutes } from './components/use-file-import';
import { mapped } from './model/mapped-outcome';
import { shownRosterRow } from './model/shown-roster-rows';
import { pathOf } from './model/tree-lines';
import { rosterWords } from './words-roster';

const TIMEOUT_MS = 180_000;

/** `/units/:unitId/roster`: who may register, who has, and how names come in. */
export default function RosterPage({ unitId }: { unitId: string }) {
  const t = useWords(rosterWords);
  useDocumentTitle(t('title'));
  const [turn, setTurn] = useState(0);
  const { value } = useLoaded(useCallback(() => call(unitRoutes.list), []));
  const path = value === null ? [] : pathOf(value.units, unitId);
  return (
    <>
      <PageHead
        title={t('title')}
        help={path.join(' · ') || t('help')}
        actions={
          <>
            <Downloads unitId={unitId} name={path[path.length - 1] ?? ''} />
            <Link href="/units" className={deskButton()}>
              {t('back')}
            </Link>
          </>
        }
      />
      <RosterTable key={turn} unitId={unitId} />
      <h2 className="un-part">{t('importTitle')}</h2>
      <p className="dk-lead">{t('importHelp')}</p>
      <RosterImport unitId={unitId} onDone={() => setTurn((before) => before + 1)} />
    </>
  );
}

function RosterImport({ unitId, onDone }: { unitId: string; onDone(): void }) {
  const t = useWords(rosterWords);
  const [removesMissing, setRemoving] = useState(false);
  const routes = useMemo((): FileRoutes => {
    const timeoutMs = TIMEOUT_MS;
    const choices = { unitId, removesMissing };
    return {
      async look(content) {
        const outcome = await call(rosterRoutes.preview, { body: { content, ...choices }, timeoutMs });
        return mapped(outcome, ({ rows, ...rest }) => ({ ...rest, rows: rows.map((row) => shownRosterRow(t, row)) }));
      },
      async bringIn(content, digest) {
        const outcome = await call(rosterRoutes.bringIn, { body: { content, ...choices, digest }, timeoutMs });
        if (outcome.ok) onDone();
        return mapped(outcome, ({ refused, ...counts }) => ({
          summary: t('done', counts),
          refused: refused.map((row) => shownRosterRow(t, row)),
        }));
      },
    };
  }, [t, unitId, removesMissing, onDone]);
  const flow = useFileImport(routes);
  return (
    <ImportFlow flow={flow} about={t('person')} onward={null}>
      <Toggle
        label={t('removesMissing')}
        help={t('removesMissingHelp')}
        isOn={removesMissing}
        onChange={(next) => {
          setRemoving(next);
          // What was shown is for another choice.
          flow.clear();
        }}
      />
    </ImportFlow>
  );
}

function Downloads({ unitId, name }: { unitId: string; name: string }) {
  const t = useWords(rosterWords);
  const [language] = useLanguage();
  const order = useOrder();
  const problem = useErrorText(order.failure);
  const query = { language };
  return (
    <>
      {problem !== '' && <Note tone="no" title={problem} />}
      <DeskButton
        icon="download"
        isBusy={order.isBusy}
        onClick={() => void order.give(() => downloadFile(rosterRoutes.template, { query }, `${t('template')}.xlsx`))}
      >
        {t('template')}
      </DeskButton>
      <DeskButton
        icon="download"
        isBusy={order.isBusy}
        onClick={() =>
          void order.give(() =>
            downloadFile(rosterRoutes.export, { params: { unitId }, query }, `${t('titleOf', { name })}.xlsx`),
          )
        }
      >
        {t('download')}
      </DeskButton>
    </>
  );
}
