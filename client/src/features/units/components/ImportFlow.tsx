import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords, type Translate } from '../../../lib/i18n';
import { FILE_REFUSALS } from '@anquanli/contract/unit-files';
import { Card } from '../../../ui/desk/Card';
import { Chips } from '../../../ui/desk/Chips';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Note } from '../../../ui/Note';
import { StateCard } from '../../../ui/StateCard';
import { countsOf, doingOf } from '../model/shown-rows';
import { fileWords } from '../words-files';
import { FileField } from './FileField';
import { ShownRowsTable } from './ShownRowsTable';
import { type Done, type FileImport, type Look } from './use-file-import';

interface ImportFlowProps {
  flow: FileImport;
  /** What a row is about: the heading of its column. */
  about: string;
  /** Choices beside the file. */
  children?: ReactNode;
  /** The way out when it is done. */
  onward: ReactNode;
}

/** Choose a file, see what each row would do, bring it in, see what stayed out. */
export function ImportFlow({ flow, about, children, onward }: ImportFlowProps) {
  const t = useWords(fileWords);
  const refusal = useErrorText(flow.failure);
  const problem = flow.isUnread ? t('unread') : fileProblem(t, flow.failure, refusal);
  if (flow.done !== null) return <Outcome done={flow.done} about={about} onward={onward} onAgain={flow.clear} />;
  return (
    <>
      <Card>
        <FileField
          file={flow.file}
          problem={flow.hasMoved ? '' : problem}
          isBusy={flow.step !== 'choosing'}
          onChoose={(file) => void flow.choose(file)}
        />
        {children}
      </Card>
      {flow.step === 'looking' && <StateCard isLoading title={t('looking')} />}
      {flow.look !== null && <Shown key={flow.look.digest} flow={flow} look={flow.look} about={about} />}
    </>
  );
}

function Shown({ flow, look, about }: { flow: FileImport; look: Look; about: string }) {
  const t = useWords(fileWords);
  const counts = countsOf(look.rows);
  const bad = counts.find(({ effect }) => effect === 'error')?.count ?? 0;
  const [chosen, setChosen] = useState<readonly string[]>(bad > 0 ? ['error'] : []);
  const doing = doingOf(look.rows);
  const rows = look.rows.filter(({ is }) => chosen.length === 0 || chosen.includes(is));
  const isBusy = flow.step === 'bringing';
  return (
    <Card title={t('shown')} note={look.skipped > 0 ? t('skipped', { count: look.skipped }) : undefined}>
      {flow.hasMoved && <Note tone="wait" title={t('changedMeanwhile')} />}
      <div className="un-deeds un-bring">
        <Chips
          allLabel={t('filter_all')}
          items={counts.map(({ effect, count }) => ({ value: effect, label: t(`is_${effect}`), count }))}
          chosen={chosen}
          onChange={setChosen}
        />
        <DeskButton
          look="primary"
          isBusy={isBusy}
          disabled={doing === 0 || flow.step !== 'choosing'}
          onClick={() => void flow.bringIn()}
        >
          {isBusy ? t('bringingIn') : doing === 0 ? t('nothing') : t('bringIn', { count: doing })}
        </DeskButton>
      </div>
      {bad > 0 && <Note tone="plain" title={t('badStay', { count: bad })} />}
      <ShownRowsTable key={chosen.join()} rows={rows} about={about} />
    </Card>
  );
}

function Outcome({ done, about, onward, onAgain }: { done: Done; about: string; onward: ReactNode; onAgain(): void }) {
  const t = useWords(fileWords);
  return (
    <Card title={t('done')}>
      <Note tone="ok" title={done.summary} />
      <div className="un-deeds un-bring">
        {onward}
        <DeskButton icon="upload" onClick={onAgain}>
          {t('again')}
        </DeskButton>
      </div>
      {done.refused.length > 0 && (
        <>
          <h3>{t('refused')}</h3>
          <ShownRowsTable rows={done.refused} about={about} />
        </>
      )}
    </Card>
  );
}

function fileProblem(t: Translate<typeof fileWords.zh>, failure: Failure | null, otherwise: string): string {
  if (failure?.code === 'payload_too_large') return t('refused_file_too_large');
  if (failure?.code !== 'unit_file_refused') return otherwise;
  const reason = FILE_REFUSALS.find((each) => each === failure.details?.path) ?? 'not_a_table';
  return reason === 'too_many_rows'
    ? t('refused_too_many_rows', { maximum: failure.details?.maximum ?? 0 })
    : t(`refused_${reason}`);
}
