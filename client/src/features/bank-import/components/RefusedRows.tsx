import { App as AntApp } from 'antd';
import { useState } from 'react';
import type { ImportItem } from '@anquanli/contract/bank-imports';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { faultyCells } from '../model/faulty-cells';
import { rowsWords } from '../words-rows';
import { CellChips } from './CellChips';
import { ProblemLines } from './ProblemLines';
import { RepairForm } from './RepairForm';
import type { RowsProps } from './rows-part';
import { usePlaceText } from './use-place';

/** Rows that did not come in: where, what stands there, what is wrong, what to do; and mending them one after the other. */
export function RefusedRows({ open, items }: RowsProps) {
  const t = useWords(rowsWords);
  const { message } = AntApp.useApp();
  const placeOf = usePlaceText();
  const [mending, setMending] = useState<string | null>(null);
  const list = items.items ?? [];

  function repaired(before: ImportItem, now: ImportItem) {
    const isGood = now.question !== null;
    const at = list.findIndex((item) => item.ref === before.ref);
    const next = list[at + 1] ?? list[at - 1];
    items.put(now, !isGood);
    if (!isGood) return;
    const place = placeOf(before.where);
    void message.success(t(next === undefined ? 'mendedLast' : 'mended', { place }));
    setMending(next?.ref ?? null);
    // The form that had the focus is gone.
    if (next === undefined) document.getElementById('import-rows')?.focus();
  }

  return (
    <>
      <p className="bi-lead">{t('refusedHelp')}</p>
      <ul className="bi-refused">
        {list.map((item) => (
          <li key={item.ref} className={mending === item.ref ? 'sel' : undefined}>
            <div className="bi-refused-head">
              <b className="bi-place">{placeOf(item.where)}</b>
              <ProblemLines problems={item.problems.filter(({ weight }) => weight !== 'notice')} />
              {mending !== item.ref && (
                <DeskButton icon="pencil" onClick={() => setMending(item.ref)}>
                  {t('mend')}
                  <span className="vh">: {placeOf(item.where)}</span>
                </DeskButton>
              )}
            </div>
            {mending === item.ref ? (
              <RepairForm
                key={item.ref}
                item={item}
                open={open}
                onRepaired={(now) => repaired(item, now)}
                onClose={() => setMending(null)}
              />
            ) : (
              <CellChips cells={item.cells} faulty={faultyCells(item)} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
