import type { Distribution, Key, OptionView } from '@anquanli/contract/question';

/** One option at the reveal. `share` is of those who answered, 0..1; with several choices allowed the shares may pass 1 in all. */
export interface Bar {
  readonly id: string;
  readonly text: string;
  readonly count: number;
  readonly share: number;
  readonly isRight: boolean;
}

/** Counts of the distribution in the order of the options. Without a key (question withdrawn) nothing is right. */
export function barsOf(options: readonly OptionView[], distribution: Distribution, key: Key | null): Bar[] {
  const right = key === null ? [] : rightIds(key);
  return options.map((option) => {
    const count = distribution.choices.find((choice) => choice.id === option.id)?.count ?? 0;
    const share = distribution.answered === 0 ? 0 : Math.min(1, count / distribution.answered);
    return { id: option.id, text: option.text ?? '', count, share, isRight: right.includes(option.id) };
  });
}

/** Ids as the distribution names them: `true` and `false` for a statement. */
export function rightIds(key: Key): readonly string[] {
  switch (key.kind) {
    case 'single':
      return [key.option];
    case 'multiple':
      return key.options;
    case 'boolean':
      return [String(key.value)];
  }
}

/** Whole percent of a share 0..1. Somebody is never 0 %, and not quite everybody never 100 %. */
export function percentOf(share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}
