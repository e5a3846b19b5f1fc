import { useWords } from '../../../lib/i18n';
import { Marked } from '../../Marked';
import { partWords } from '../words-parts';
import { countOf, type Places } from './marks';

/** "已标 2 / 最多 6", and before the first one how to begin. */
export function MarkCounter({ selected, most, hint = null }: { selected: Places; most: number; hint?: string | null }) {
  const t = useWords(partWords);
  const count = countOf(selected);
  return (
    <p className="hot-count" role="status">
      {count === 0 && hint !== null ? (
        hint
      ) : (
        <>
          <span aria-hidden="true">
            <Marked text={t('markedOf', { count, most })} />
          </span>
          <span className="vh">{t('markedOfPlain', { count, most })}</span>
        </>
      )}
    </p>
  );
}
