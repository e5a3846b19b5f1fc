import type { Distribution, Key, OptionView } from '@anquanli/contract/question';
import type { QuestionKind } from '@anquanli/contract/vocabulary';

/** One option as a desk lists it. `index` decides letter, shape and colour; `truth` is set for true-or-false alone. */
export interface OptionRow {
  readonly id: string;
  readonly index: number;
  readonly text: string | null;
  readonly truth: boolean | null;
  readonly isRight: boolean;
  /** How many chose it; null where nothing is counted. */
  readonly count: number | null;
  /** Part of those who answered, 0–1. */
  readonly share: number;
}

interface Asked {
  readonly kind: QuestionKind;
  readonly options: readonly OptionView[];
}

/** Rows of a question with its key and, where there is one, how the hall chose. */
export function optionRows(
  asked: Asked,
  key: Key | null,
  choices: Distribution['choices'] | null,
  answered: number,
): OptionRow[] {
  const list: readonly { id: string; text: string | null; truth: boolean | null }[] =
    asked.kind === 'boolean'
      ? [
          { id: 'true', text: null, truth: true },
          { id: 'false', text: null, truth: false },
        ]
      : asked.options.map((option) => ({ ...option, truth: null }));
  return list.map((option, index) => {
    const count = choices === null ? null : (choices.find((choice) => choice.id === option.id)?.count ?? 0);
    return {
      ...option,
      index,
      isRight: key !== null && isRight(key, option.id),
      count,
      share: count === null || answered <= 0 ? 0 : Math.min(1, count / answered),
    };
  });
}

function isRight(key: Key, id: string): boolean {
  switch (key.kind) {
    case 'single':
      return key.option === id;
    case 'multiple':
      return key.options.includes(id);
    case 'boolean':
      return String(key.value) === id;
  }
}
