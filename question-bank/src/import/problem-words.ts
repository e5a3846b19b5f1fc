/** A sentence in the two languages of the product. */
export interface ProblemWords {
  readonly zh: string;
  readonly en: string;
}

interface ProblemText {
  readonly says: ProblemWords;
  readonly remedy: ProblemWords;
}

/** One entry a code. `{name}` is filled with a value of the problem. */
export const PROBLEM_WORDS = {
  answer_missing: {
    says: { zh: '没有答案', en: 'There is no answer' },
    remedy: { zh: '在答案栏写上选项字母，例如 A 或 ABC', en: 'Write the letters of the right options, such as A or ABC' },
  },
} as const satisfies Readonly<Record<string, ProblemText>>;
