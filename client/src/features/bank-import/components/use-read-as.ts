import type { ImportMapping } from '@anquanli/contract/bank-imports';
import { useWords } from '../../../lib/i18n';
import { common } from '../words-common';
import { readingWords } from '../words-reading';

const DELIMITERS = {
  ',': 'delimiter_comma',
  '\t': 'delimiter_tab',
  ';': 'delimiter_semicolon',
  '|': 'delimiter_bar',
} as const;

/** How a file was read, in a few words each: kind of file, sheet and header, encoding, delimiter. */
export function useReadAs(mapping: ImportMapping | null): readonly string[] {
  const t = useWords(readingWords);
  const c = useWords(common);
  if (mapping === null) return [];
  const { container, encoding, delimiter, sheets } = mapping;
  const used = sheets.filter(({ isUsed }) => isUsed);
  const [only] = used;
  const isTable = container === 'xlsx' || container === 'xls' || container === 'delimited';
  return [
    c(`container_${container}`),
    ...(isTable && used.length === 1 && only !== undefined && only.headerRow !== null
      ? [t('sheetLine', { sheet: only.name, row: only.headerRow })]
      : []),
    ...(used.length > 1 ? [t('sheetsLine', { count: used.length })] : []),
    ...(encoding === null ? [] : [t('encodingLine', { encoding: t(`encoding_${encoding}`) })]),
    ...(delimiter === null ? [] : [t('delimiterLine', { delimiter: t(DELIMITERS[delimiter]) })]),
  ];
}
