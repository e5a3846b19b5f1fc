import { useWords } from '../../../lib/i18n';
import { meaningName } from '../model/meanings';
import { readingWords } from '../words-reading';

/** The words for a meaning of a column: 题干, 选项 C. */
export function useMeaningText(): (meaning: string) => string {
  const t = useWords(readingWords);
  return (meaning) => {
    const name = meaningName(meaning);
    return name.letter === null ? t(name.key) : t(name.key, { letter: name.letter });
  };
}
