import { App as AntApp } from 'antd';
import { useCallback, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { bankRoutes, type BankSet } from '@anquanli/contract/bank';
import { bankImportRoutes } from '@anquanli/contract/bank-imports';
import { bankReleaseRoutes } from '@anquanli/contract/bank-releases';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { downloadFile } from '../../lib/download-file';
import { errorText, errorWords } from '../../lib/error-words';
import { useWords } from '../../lib/i18n';
import { useLoaded, useOrder } from '../../lib/use-call';
import { Card } from '../../ui/desk/Card';
import { deskButton, DeskButton } from '../../ui/desk/DeskButton';
import { PageHead } from '../../ui/desk/PageHead';
import { StateCard } from '../../ui/StateCard';
import { FilePart } from './components/FilePart';
import { ImportList } from './components/ImportList';
import { LoadState } from './components/LoadState';
import { PastePart } from './components/PastePart';
import { SetPicker } from './components/SetPicker';
import { useStartImport } from './components/use-start-import';
import { common } from './words-common';
import { startWords } from './words-start';

const loadSets = () => call(bankRoutes.sets);
const loadImports = () => call(bankImportRoutes.list);

/** A file or pasted text becomes an import; below are those that wait to be gone on with. */
export default function NewImportPage() {
  const t = useWords(startWords);
  const c = useWords(common);
  const sets = useLoaded(loadSets);
  useDocumentTitle(c('title'));
  return (
    <>
      <PageHead title={c('title')} help={t('help')} actions={<TemplateButton />} />
      {sets.value === null ? (
        <LoadState failure={sets.failure} onRetry={sets.reload} />
      ) : sets.value.sets.length === 0 ? (
        <StateCard
          title={t('noSets')}
          help={t('noSetsHelp')}
          action={
            <Link href="/bank" className={deskButton('primary')}>
              {t('toBank')}
            </Link>
          }
        />
      ) : (
        <Start sets={sets.value.sets} />
      )}
    </>
  );
}

/** The set of the address, or the only one there is; else somebody has to choose. */
function firstSet(sets: readonly BankSet[], asked: string | null): string | null {
  if (sets.some(({ setId }) => setId === asked)) return asked;
  return sets.length === 1 ? (sets[0]?.setId ?? null) : null;
}

function Start({ sets }: { sets: readonly BankSet[] }) {
  const t = useWords(startWords);
  const query = useSearch();
  const [setId, setSetId] = useState(() => firstSet(sets, new URLSearchParams(query).get('set')));
  const imports = useLoaded(useCallback(loadImports, []));
  const start = useStartImport(setId);
  const [hasText, setHasText] = useState(false);
  return (
    <div className="bi-start">
      <div className="bi-column">
        <Card>
          <SetPicker sets={sets} value={setId} isAsked={start.waiting !== null} onChange={setSetId} />
        </Card>
        <Card title={t('fileTitle')} note={t('kinds')} className="bi-file">
          <FilePart start={start} isFirst={!hasText} />
        </Card>
        <Card title={t('pasteTitle')} note={t('pasteHelp')}>
          <PastePart start={start} onText={setHasText} />
        </Card>
      </div>
      <Card title={t('listTitle')} className="bi-list-card">
        <ImportList
          imports={imports.value?.imports ?? null}
          failure={imports.failure}
          sets={sets}
          onRetry={imports.reload}
          onRemoved={(id) =>
            imports.change((list) => ({ ...list, imports: list.imports.filter((each) => each.id !== id) }))
          }
        />
      </Card>
    </div>
  );
}

function TemplateButton() {
  const t = useWords(startWords);
  const e = useWords(errorWords);
  const { message } = AntApp.useApp();
  const order = useOrder();
  async function download() {
    await order.give(async () => {
      const outcome = await downloadFile(bankReleaseRoutes.template, {}, 'question-template.xlsx');
      if (outcome.ok) void message.success(t('templateDone'));
      else void message.error(errorText(e, outcome));
      return outcome;
    });
  }
  return (
    <DeskButton icon="download" isBusy={order.isBusy} onClick={() => void download()}>
      {t('template')}
    </DeskButton>
  );
}
