import type { Revelation } from '@anquanli/contract/question';
import { useWords } from '../../lib/i18n';
import { BreakText } from '../BreakText';
import { Icon } from '../Icon';
import { sourceLines } from './citations';
import { words } from './words';

/** Why it is so, and what it rests on. */
export function Explanation({ revelation }: { revelation: Pick<Revelation, 'explanation' | 'citations'> }) {
  const t = useWords(words);
  const sources = sourceLines(revelation.citations);
  return (
    <>
      <p>
        <BreakText text={revelation.explanation} />
      </p>
      {sources.length > 0 && (
        <p className="cite">
          <Icon name="book" />
          <span>
            <BreakText text={t('source', { sources: sources.join('；') })} />
          </span>
        </p>
      )}
    </>
  );
}
