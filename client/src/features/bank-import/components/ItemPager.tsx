import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { PAGE_ITEMS } from '../model/pages';
import { rowsWords } from '../words-rows';

interface ItemPagerProps {
  offset: number;
  count: number;
  total: number;
  onShow(offset: number): void;
}

/** Fifty at a time; nothing where they all fit. */
export function ItemPager({ offset, count, total, onShow }: ItemPagerProps) {
  const t = useWords(rowsWords);
  if (total <= count && offset === 0) return null;
  return (
    <div className="dk-pages">
      <DeskButton disabled={offset === 0} onClick={() => onShow(Math.max(0, offset - PAGE_ITEMS))}>
        {t('earlier')}
      </DeskButton>
      <span>{t('page', { from: offset + 1, to: offset + count, total })}</span>
      <DeskButton disabled={offset + count >= total} onClick={() => onShow(offset + PAGE_ITEMS)}>
        {t('later')}
      </DeskButton>
    </div>
  );
}
