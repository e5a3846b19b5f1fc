import { useId, useRef, useState } from 'react';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useMedia } from '../../../lib/use-media';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Icon } from '../../../ui/Icon';
import { Note } from '../../../ui/Note';
import { FILE_ENDINGS, fileProblem, fileSize } from '../model/file-check';
import { startWords } from '../words-start';
import { Progress } from './Progress';
import { useFileDrop } from './use-file-drop';
import { nameOf, type StartImport } from './use-start-import';

interface FilePartProps {
  start: StartImport;
  /** The first thing to do here; else the pasted text is. */
  isFirst: boolean;
}

/** The place to drop a file, or to choose one. A file dropped anywhere on the page is taken too. */
export function FilePart({ start, isFirst }: FilePartProps) {
  const t = useWords(startWords);
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const refused = useErrorText(start.failure);
  const isOver = useFileDrop(take);
  const helpId = useId();
  const canDrop = useMedia('(hover: hover)');

  function take(files: readonly File[]) {
    const [file] = files;
    if (file === undefined || start.sending !== null) return;
    const wrong = fileProblem(file);
    const values = { name: file.name, size: fileSize(file.size) };
    setProblem(wrong === null ? null : t(`problem_${wrong}`, values));
    setNote(files.length > 1 ? t('oneOnly', { name: file.name }) : null);
    if (wrong === null) void start.begin({ file });
  }

  const shown = problem ?? (refused === '' ? null : refused);
  return (
    <>
      <div className={`bi-drop${isOver ? ' over' : ''}`}>
        {start.sending === null ? (
          <>
            <Icon name="upload" />
            <p>
              <b>{t(isOver ? 'dropAnywhere' : canDrop ? 'dropHere' : 'pickHere')}</b>
              <span id={helpId}>{t('limit')}</span>
            </p>
            <DeskButton
              look={isFirst ? 'primary' : 'plain'}
              aria-describedby={helpId}
              onClick={() => input.current?.click()}
            >
              {t('chooseFile')}
            </DeskButton>
          </>
        ) : (
          <>
            <Progress
              title={t('uploading', { name: start.sending.name })}
              help={t('uploadingHelp', { percent: Math.round(start.sending.share * 100) })}
              share={start.sending.share}
            />
            <DeskButton onClick={start.stop}>{t('stop')}</DeskButton>
          </>
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept={FILE_ENDINGS.join(',')}
          data-testid="import-file"
          onChange={(event) => {
            take(Array.from(event.target.files ?? []));
            // The same file again is a change too.
            event.target.value = '';
          }}
        />
      </div>
      {shown !== null && <Note tone="no" title={shown} />}
      {shown === null && start.waiting !== null && (
        <Note tone="wait" title={t('kept', { name: nameOf(start.waiting) })}>
          {t('chooseSetFirst')}
        </Note>
      )}
      {note !== null && <Note tone="wait" title={note} />}
    </>
  );
}
