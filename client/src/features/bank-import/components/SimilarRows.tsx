import { App as AntApp } from 'antd';
import { useState } from 'react';
import { bankImportRoutes, type ImportItem } from '@anquanli/contract/bank-imports';
import { call } from '../../../lib/api-client';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { knownRefs } from '../model/similar';
import { PAGE_ITEMS } from '../model/pages';
import { rowsWords } from '../words-rows';
import type { RowsProps } from './rows-part';
import { SimilarPair } from './SimilarPair';

interface SimilarRowsProps extends RowsProps {
  total: number;
}

/** Questions that resemble others, side by side with them: take both or leave the new one out. */
export function SimilarRows({ open, items, leftOut, total }: SimilarRowsProps) {
  const t = useWords(rowsWords);
  const { message } = AntApp.useApp();
  const [isBusy, setBusy] = useState(false);
  const importId = open.detail?.id ?? '';

  async function skipKnown() {
    setBusy(true);
    const all = await everything(importId, total);
    setBusy(false);
    if (all === null) return;
    const refs = knownRefs(all);
    leftOut.set(refs, true);
    void message.success(t('skipKnownDone', { count: refs.length }));
  }

  return (
    <>
      <div className="bi-similar-head">
        <p className="bi-lead">{t('similarHelp')}</p>
        <DeskButton isBusy={isBusy} onClick={() => void skipKnown()}>
          {t('skipKnown')}
        </DeskButton>
        {leftOut.refs.length > 0 && <DeskButton onClick={leftOut.clear}>{t('takeAll')}</DeskButton>}
      </div>
      <ul className="bi-pairs">
        {(items.items ?? []).map((item) => (
          <SimilarPair
            key={item.ref}
            item={item}
            isOut={leftOut.has(item.ref)}
            onDecide={(isOut) => leftOut.set([item.ref], isOut)}
          />
        ))}
      </ul>
    </>
  );
}

/** All pages of the view; null when one was not read. */
async function everything(importId: string, total: number): Promise<readonly ImportItem[] | null> {
  const all: ImportItem[] = [];
  for (let offset = 0; offset < total; offset += PAGE_ITEMS) {
    const query = { view: 'similar', offset: String(offset) } as const;
    const page = await call(bankImportRoutes.items, { params: { importId }, query });
    if (!page.ok) return null;
    all.push(...page.value.items);
  }
  return all;
}
