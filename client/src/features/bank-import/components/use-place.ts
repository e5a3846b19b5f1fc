import type { ImportItem } from '@anquanli/contract/bank-imports';
import { useWords } from '../../../lib/i18n';
import { common } from '../words-common';

type Where = ImportItem['where'];

/** Says where in the file something is: "题目 · 第 17 行". `isShort` leaves the sheet out. */
export function usePlaceText(): (where: Where, isShort?: boolean) => string {
  const t = useWords(common);
  return ({ sheet, row, line }, isShort = false) => {
    if (row !== undefined && sheet !== undefined && !isShort) return t('placeSheetRow', { sheet, row });
    if (row !== undefined) return t('placeRow', { row });
    if (line !== undefined) return t('placeLine', { line });
    return sheet === undefined ? '' : t('placeSheet', { sheet });
  };
}
