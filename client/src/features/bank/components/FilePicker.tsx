import { useRef } from 'react';
import type { FieldIds } from '../../../ui/desk/Field';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { PICTURE_TYPES } from '../model/media';

interface FilePickerProps extends FieldIds {
  words: { choose: string; none: string };
  file: File | null;
  onChange(file: File): void;
}

/** A file field in the words of the product: the browser's own speaks the language of the browser. */
export function FilePicker({ words, file, onChange, ...ids }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="bk-file">
      <input
        {...ids}
        ref={input}
        className="vh"
        type="file"
        accept={PICTURE_TYPES}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen !== undefined) onChange(chosen);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      <DeskButton tabIndex={-1} aria-hidden="true" onClick={() => input.current?.click()}>
        {words.choose}
      </DeskButton>
      <span>{file === null ? words.none : file.name}</span>
    </div>
  );
}
