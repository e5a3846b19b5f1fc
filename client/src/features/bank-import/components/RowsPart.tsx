import { useState } from 'react';
import { IMPORT_VIEWS, type ImportDetail } from '@anquanli/contract/bank-imports';
import { formatNumber, useWords } from '../../../lib/i18n';
import { Icon, type IconName } from '../../../ui/Icon';
import { rowsWords } from '../words-rows';
import { GoodRows } from './GoodRows';
import { ItemPager } from './ItemPager';
import { LoadState } from './LoadState';
import { RefusedRows } from './RefusedRows';
import { SimilarRows } from './SimilarRows';
import type { Bank } from './use-bank';
import type { OpenImport } from './use-import';
import { useItems, type ItemView } from './use-items';
import type { LeftOut } from './use-left-out';

interface RowsPartProps {
  open: OpenImport;
  detail: ImportDetail;
  leftOut: LeftOut;
  bank: Bank;
}

const ICONS = {
  good: 'tick',
  refused: 'cross',
  notices: 'eye',
  similar: 'warning',
} as const satisfies Record<ItemView, IconName>;

/** The rows of the file in four tabs. */
export function RowsPart({ open, detail, leftOut, bank }: RowsPartProps) {
  const t = useWords(rowsWords);
  const { counts } = detail;
  // What needs a hand comes first; where nothing does, the good ones.
  const [view, setView] = useState<ItemView>(() =>
    counts.refused > 0 && detail.state !== 'committed' ? 'refused' : 'good',
  );
  const isReady = detail.state !== 'failed' && !open.isReading;
  const items = useItems({ importId: detail.id, view, version: detail.version, isReady });
  const part = { open, items, leftOut, bank };
  return (
    <section className="dk-card bi-rows">
      <div className="bi-tabs" role="tablist" aria-label={t('tabs')} onKeyDown={moveTab}>
        {IMPORT_VIEWS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            aria-selected={each === view}
            aria-controls="import-rows"
            tabIndex={each === view ? 0 : -1}
            className={`${each}${counts[each] === 0 ? ' none' : ''}`}
            onClick={() => setView(each)}
          >
            <Icon name={ICONS[each]} />
            {t(`tab_${each}`)}
            <b className="num">{formatNumber(counts[each])}</b>
          </button>
        ))}
      </div>
      <div id="import-rows" role="tabpanel" tabIndex={-1} aria-labelledby={`tab-${view}`} className="bi-panel">
        {items.items === null ? (
          <LoadState failure={items.failure} onRetry={items.retry} />
        ) : items.items.length === 0 ? (
          <div className="dk-empty">
            <b>{t(`empty_${view}`)}</b>
            <p>{t(`empty_${view}Help`)}</p>
          </div>
        ) : (
          <>
            {view === 'refused' && <RefusedRows {...part} items={items} />}
            {view === 'similar' && <SimilarRows {...part} items={items} total={counts.similar} />}
            {(view === 'good' || view === 'notices') && <GoodRows key={view} {...part} view={view} />}
            <ItemPager offset={items.offset} count={items.items.length} total={items.total} onShow={items.show} />
          </>
        )}
      </div>
    </section>
  );
}

/** Arrow keys go from tab to tab, as everywhere. */
function moveTab(event: React.KeyboardEvent<HTMLDivElement>) {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  const tabs = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]'));
  const next = tabs[(tabs.findIndex((tab) => tab === document.activeElement) + step + tabs.length) % tabs.length];
  next?.focus();
  next?.click();
}
