import { IMPORT_FILE_BYTES } from '@anquanli/contract/bank-imports';

export const FILE_ENDINGS = ['.xlsx', '.xls', '.csv', '.tsv', '.txt', '.docx', '.json'] as const;

export type FileProblem = 'old_word' | 'pdf' | 'picture' | 'ending' | 'empty' | 'too_large';

/** Why a file is not even sent; null when it may be. What it really is the server sees from its content. */
export function fileProblem(file: { readonly name: string; readonly size: number }): FileProblem | null {
  const name = file.name.toLowerCase();
  if (!FILE_ENDINGS.some((ending) => name.endsWith(ending))) {
    if (/\.(doc|wps|rtf)$/.test(name)) return 'old_word';
    if (name.endsWith('.pdf')) return 'pdf';
    return /\.(png|jpe?g|heic|webp|gif|bmp)$/.test(name) ? 'picture' : 'ending';
  }
  if (file.size === 0) return 'empty';
  return file.size > IMPORT_FILE_BYTES ? 'too_large' : null;
}

/** "318 KB", "1.2 MB"; figure and unit stay on one line. */
export function fileSize(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1000
    ? `${Math.max(1, Math.round(kilobytes))}\u00a0KB`
    : `${(kilobytes / 1024).toFixed(1)}\u00a0MB`;
}
