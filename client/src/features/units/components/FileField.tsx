import { useRef } from 'react';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Field } from '../../../ui/desk/Field';
import { fileWords } from '../words-files';

interface FileFieldProps {
  file: File | null;
  problem: string;
  isBusy: boolean;
  onChoose(file: File): void;
}

const TYPES = '.xlsx,.xls,.csv,.txt';

/** A file field in the words of the product: the browser's own speaks the language of the browser. */
export function FileField({ file, problem, isBusy, onChoose }: FileFieldProps) {
  const t = useWords(fileWords);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Field label={t('file')} help={t('fileHelp')} problem={problem === '' ? null : problem}>
      {(ids) => (
        <div className="un-file">
          <input
            {...ids}
            ref={input}
            className="vh"
            type="file"
            accept={TYPES}
            disabled={isBusy}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              if (chosen !== undefined) onChoose(chosen);
              // The same file, mended meanwhile, may be chosen again.
              event.target.value = '';
            }}
          />
          <DeskButton
            icon="upload"
            tabIndex={-1}
            aria-hidden="true"
            disabled={isBusy}
            onClick={() => input.current?.click()}
          >
            {t('choose')}
          </DeskButton>
          <span>{file === null ? t('noFile') : file.name}</span>
        </div>
      )}
    </Field>
  );
}
