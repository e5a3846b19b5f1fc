import { useEffect, useState } from 'react';
import { formatMoment } from '../../../lib/dates';
import { formatNumber, useLanguage, useWords } from '../../../lib/i18n';
import { serverNow } from '../../../lib/server-clock';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Field } from '../../../ui/desk/Field';
import { MAX_TEXT, pasteDraft } from '../model/paste-draft';
import { startWords } from '../words-start';
import type { StartImport } from './use-start-import';

const KEEP_AFTER_MS = 400;

interface PastePartProps {
  start: StartImport;
  /** Is there text to be read? */
  onText(hasText: boolean): void;
}

/** Text from Word, a PDF or a form; kept on this device until it was read. */
export function PastePart({ start, onText }: PastePartProps) {
  const t = useWords(startWords);
  const [language] = useLanguage();
  const [draft, setDraft] = useState(() => pasteDraft.read() ?? { name: '', text: '' });
  const { name, text } = draft;
  const hasText = text.trim() !== '';
  const isTooLong = text.length > MAX_TEXT;

  useEffect(() => onText(hasText), [hasText, onText]);
  useEffect(() => {
    const keep = () => (draft.text === '' ? pasteDraft.clear() : pasteDraft.write(draft));
    const timer = setTimeout(keep, KEEP_AFTER_MS);
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
    };
  }, [draft]);

  async function read() {
    pasteDraft.write(draft);
    const fallback = t('pasteNameDefault', { date: formatMoment(serverNow(), language) });
    const hasBegun = await start.begin({ name: name.trim() === '' ? fallback : name.trim(), text });
    if (hasBegun) pasteDraft.clear();
  }

  return (
    <>
      <Field
        label={t('pasteLabel')}
        problem={isTooLong ? t('pasteTooLong') : null}
        help={hasText ? t('pasteKept') : undefined}
      >
        {(ids) => (
          <textarea
            {...ids}
            className="dk-input bi-paste"
            rows={hasText ? 8 : 5}
            spellCheck={false}
            placeholder={t('pasteExample')}
            value={text}
            onChange={(event) => setDraft({ ...draft, text: event.target.value })}
          />
        )}
      </Field>
      {hasText && (
        <div className="bi-paste-foot">
          <input
            className="dk-input"
            aria-label={t('pasteName')}
            placeholder={t('pasteName')}
            maxLength={100}
            value={name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
          <span className="muted">{t('pasteCount', { count: formatNumber(text.length) })}</span>
          <DeskButton look="primary" isBusy={start.sending !== null} disabled={isTooLong} onClick={() => void read()}>
            {t('pasteRead')}
          </DeskButton>
        </div>
      )}
    </>
  );
}
