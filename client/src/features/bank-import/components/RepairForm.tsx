import { useEffect, useRef, useState, type KeyboardEvent, type SubmitEvent } from 'react';
import type { ImportItem } from '@anquanli/contract/bank-imports';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Note } from '../../../ui/Note';
import { firstField, missingParts, repairFields, repairTexts } from '../model/repair';
import { common } from '../words-common';
import { rowsWords } from '../words-rows';
import { RepairInput } from './RepairInput';
import type { OpenImport } from './use-import';
import { useMeaningText } from './use-meaning-text';

interface RepairFormProps {
  item: ImportItem;
  open: OpenImport;
  /** The row as it is read now. */
  onRepaired(now: ImportItem): void;
  onClose(): void;
}

/** The texts of one row or block, to be mended in place: Enter saves, Escape leaves. */
export function RepairForm({ item, open, onRepaired, onClose }: RepairFormProps) {
  const t = useWords(rowsWords);
  const c = useWords(common);
  const meaningText = useMeaningText();
  const form = useRef<HTMLFormElement>(null);
  const fields = repairFields(item);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [isStillWrong, setStillWrong] = useState(false);
  const [isSending, setSending] = useState(false);
  const added = Object.keys(typed).filter((meaning) => fields.every((field) => field.meaning !== meaning));
  const parts = missingParts([...fields, ...added.map(asAdded)]);
  const texts = repairTexts(fields, typed, item.isRepaired);

  useEffect(() => {
    const first = firstField(repairFields(item));
    const control = form.current?.elements.namedItem(first ?? '');
    if (!(control instanceof HTMLTextAreaElement)) return;
    form.current?.scrollIntoView({ block: 'nearest' });
    control.focus();
    // What is typed takes the place of a wrong cell; a block is mended word by word.
    if (first !== 'block') control.select();
  }, [item]);

  async function send(next: Readonly<Record<string, string>>) {
    setSending(true);
    const now = await open.repair(item.ref, next);
    setSending(false);
    if (now === null) return;
    setTyped({});
    setStillWrong(now.question === null);
    onRepaired(now);
  }
  function submit(event?: SubmitEvent) {
    event?.preventDefault();
    if (texts !== null && !isSending) void send(texts);
  }
  function onKey(event: KeyboardEvent) {
    if (event.key === 'Escape') onClose();
    const isField = event.target instanceof HTMLTextAreaElement;
    // In a block, Enter is a new line.
    const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey || !isBlock) && !event.shiftKey;
    if (isField && isSave && !event.nativeEvent.isComposing) {
      event.preventDefault();
      submit();
    }
  }
  const isBlock = fields[0]?.meaning === 'block';
  return (
    <form ref={form} className="bi-repair" onSubmit={submit} onKeyDown={onKey}>
      {isStillWrong && <Note tone="wait" title={t('stillWrong')} />}
      <div className={isBlock ? 'bi-repair-block' : 'bi-repair-cells'}>
        {[...fields, ...added.map(asAdded)].map((field) => (
          <RepairInput
            key={field.meaning}
            field={field}
            value={typed[field.meaning] ?? field.text}
            onChange={(text) => setTyped({ ...typed, [field.meaning]: text })}
          />
        ))}
      </div>
      {isBlock && <p className="bi-lead">{t('blockHelp')}</p>}
      {parts.length > 0 && (
        <p className="bi-add">
          {t('addPart')}
          {parts.map((meaning) => (
            <button
              key={meaning}
              type="button"
              className="dk-link"
              onClick={() => setTyped({ ...typed, [meaning]: '' })}
            >
              {meaningText(meaning)}
            </button>
          ))}
        </p>
      )}
      <div className="bi-repair-foot">
        <DeskButton type="submit" icon="tick" isBusy={isSending} disabled={texts === null}>
          {t('save')}
        </DeskButton>
        {item.isRepaired && (
          <DeskButton disabled={isSending} onClick={() => void send({})}>
            {t('asFile')}
          </DeskButton>
        )}
        <DeskButton disabled={isSending} onClick={onClose}>
          {c('cancel')}
        </DeskButton>
        {texts === null && <span className="muted">{t('nothingChanged')}</span>}
      </div>
    </form>
  );
}

const asAdded = (meaning: string) => ({ meaning, label: '', text: '', isFaulty: false });
