/** A sentence in the two languages of the product. */
export interface ProblemWords {
  readonly zh: string;
  readonly en: string;
}

/** What is the case and what to do about it; `{name}` is filled with a value of the problem. */
export interface ProblemText {
  readonly says: ProblemWords;
  readonly remedy: ProblemWords;
}

export type ProblemTexts = Readonly<Record<string, ProblemText>>;

/** A value for a `{name}`; one in two languages where it is a word. */
export type ProblemValues = Readonly<Record<string, string | number | ProblemWords>>;

/** The words with every `{name}` that `values` knows filled in. */
export function fillWords(words: ProblemWords, values: ProblemValues): ProblemWords {
  const fill = (text: string, language: keyof ProblemWords) =>
    text.replace(/\{(\w+)\}/gu, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'object' ? value[language] : String(value);
    });
  return { zh: fill(words.zh, 'zh'), en: fill(words.en, 'en') };
}
