import { Link } from 'wouter';
import type { ImportSummary } from '@anquanli/contract/bank-imports';
import type { BankSet } from '@anquanli/contract/bank';
import type { Failure } from '../../../lib/api-client';
import { formatMoment } from '../../../lib/dates';
import { useErrorText } from '../../../lib/error-words';
import { formatNumber, useLanguage, useWords } from '../../../lib/i18n';
import { deskButton, DeskButton } from '../../../ui/desk/DeskButton';
import { Icon, type IconName } from '../../../ui/Icon';
import { common } from '../words-common';
import { startWords } from '../words-start';
import { useRemoveImport } from './use-remove-import';

interface ImportListProps {
  imports: readonly ImportSummary[] | null;
  failure: Failure | null;
  sets: readonly BankSet[];
  onRetry(): void;
  onRemoved(importId: string): void;
}

/** Imports that wait to be gone on with, and the recent ones. */
export function ImportList({ imports, failure, sets, onRetry, onRemoved }: ImportListProps) {
  const t = useWords(startWords);
  const c = useWords(common);
  const problem = useErrorText(failure);
  const removal = useRemoveImport(onRemoved);
  if (imports === null) {
    return failure === null ? (
      <p className="dk-quiet">{c('loading')}</p>
    ) : (
      <div className="dk-empty">
        <b>{c('loadFailed')}</b>
        <p>{problem}</p>
        <DeskButton onClick={onRetry}>{c('retry')}</DeskButton>
      </div>
    );
  }
  if (imports.length === 0) {
    return (
      <div className="dk-empty">
        <b>{t('listEmpty')}</b>
        <p>{t('listEmptyHelp')}</p>
      </div>
    );
  }
  return (
    <ul className="bi-imports">
      {imports.map((each) => (
        <ImportLine
          key={each.id}
          summary={each}
          setTitle={sets.find(({ setId }) => setId === each.setId)?.title ?? each.setId}
          onRemove={() => removal.ask(each)}
        />
      ))}
    </ul>
  );
}

const LOOKS = {
  reading: { icon: 'clock', tone: 'live' },
  ready: { icon: 'eye', tone: 'warn' },
  failed: { icon: 'cross', tone: 'bad' },
  committed: { icon: 'tick', tone: 'ok' },
} as const satisfies Record<ImportSummary['state'], { icon: IconName; tone: string }>;

function ImportLine({ summary, setTitle, onRemove }: { summary: ImportSummary; setTitle: string; onRemove(): void }) {
  const t = useWords(startWords);
  const c = useWords(common);
  const [language] = useLanguage();
  const { state, counts, name, created } = summary;
  const { icon, tone } = LOOKS[state];
  const action = t(state === 'committed' ? 'look' : 'goOn');
  return (
    <li>
      <div className="bi-import-text">
        <b>{name}</b>
        <span>{setTitle}</span>
        <span>{t('openedBy', { name: created.by ?? c('somebody'), date: formatMoment(created.at, language) })}</span>
      </div>
      <div className="bi-import-state">
        <span className={`dk-st ${tone}`}>
          <Icon name={icon} />
          {c(`state_${state}`)}
        </span>
        {state === 'ready' && (
          <span className="muted">
            {t('counts', { good: formatNumber(counts.good), refused: formatNumber(counts.refused) })}
          </span>
        )}
        {state === 'committed' && <span className="muted">{t('added', { added: formatNumber(counts.added) })}</span>}
      </div>
      <div className="bi-import-deeds">
        <Link href={`/bank/import/${summary.id}`} className={deskButton()}>
          {action}
          <span className="vh">: {name}</span>
        </Link>
        <button type="button" className="dk-link" onClick={onRemove}>
          {c('remove')}
          <span className="vh">: {name}</span>
        </button>
      </div>
    </li>
  );
}
