import { useState, type SubmitEvent } from 'react';
import { BANK_LIMITS, bankRoutes, type BankMedia } from '@anquanli/contract/bank';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Field } from '../../../ui/desk/Field';
import { TextField } from '../../../ui/desk/TextField';
import { Note } from '../../../ui/Note';
import { base64Of } from '../model/media';
import { mediaWords } from '../words-media';
import { FilePicker } from './FilePicker';

/** Pictures of many megabytes over a site's network. */
const UPLOAD_MS = 120_000;

/** A file and its words: without them it is not taken. */
export function UploadForm({ setId, onUploaded }: { setId: string; onUploaded(media: BankMedia): void }) {
  const t = useWords(mediaWords);
  const [file, setFile] = useState<File | null>(null);
  const [alt, setAlt] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [isUnread, setUnread] = useState(false);
  const order = useOrder();
  const refusal = useErrorText(order.failure);
  const isLarge = file !== null && file.size > BANK_LIMITS.mediaBytes;
  const fileProblem = isLarge
    ? t('fileLarge')
    : isUnread
      ? t('fileUnread')
      : isChecked && file === null
        ? t('fileMissing')
        : null;

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    // A dialog in a form's page: the form around must not be sent as well.
    event.stopPropagation();
    setChecked(true);
    if (file === null || isLarge || alt.trim() === '') return;
    const content = await base64Of(file);
    setUnread(content === null);
    if (content === null) return;
    const body = { alt: alt.trim(), content };
    const media = await order.give(() => call(bankRoutes.addMedia, { params: { setId }, body, timeoutMs: UPLOAD_MS }));
    if (media === null) return;
    setFile(null);
    setAlt('');
    setChecked(false);
    onUploaded(media);
  }

  return (
    <form className="bk-upload" onSubmit={(event) => void submit(event)} noValidate>
      <Field label={t('file')} help={t('fileHelp')} problem={fileProblem}>
        {(ids) => (
          <FilePicker
            {...ids}
            words={{ choose: t('chooseFile'), none: t('noFile') }}
            file={file}
            onChange={(chosen) => {
              setFile(chosen);
              setUnread(false);
              order.clear();
            }}
          />
        )}
      </Field>
      <TextField
        label={t('alt')}
        help={t('altHelp')}
        problem={isChecked && alt.trim() === '' ? t('altMissing') : null}
        maxLength={300}
        value={alt}
        onChange={setAlt}
      />
      {refusal !== '' && <Note tone="no" title={refusal} />}
      <DeskButton type="submit" isBusy={order.isBusy}>
        {t('upload')}
      </DeskButton>
    </form>
  );
}
