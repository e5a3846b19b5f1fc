import type { Distribution, Key, OptionView, Revelation } from '@anquanli/contract/question';
import { idsOf } from '../../../ui/question/answer-mark';

/** One option at the reveal. `share` is of those who answered, 0..1; with several choices allowed the shares may pass 1 in all. */
export interface Bar {
  readonly id: string;
  /** Place in the list of options: decides letter and shape. */
  readonly index: number;
  /** Place in the right order, from 1; null where there is none. */
  readonly place: number | null;
  readonly text: string;
  readonly media: OptionView['media'];
  readonly count: number;
  readonly share: number;
  readonly isRight: boolean;
}

/** Counts of the distribution in the order of the options. Without a key (question withdrawn) nothing is right. */
export function barsOf(options: readonly OptionView[], distribution: Distribution, key: Key | null): Bar[] {
  const right = key === null ? [] : idsOf(key);
  return options.map(({ id, text, media }, index) => {
    const count = distribution.choices.find((choice) => choice.id === id)?.count ?? 0;
    const share = distribution.answered === 0 ? 0 : Math.min(1, count / distribution.answered);
    return { id, index, place: null, text: text ?? '', media, count, share, isRight: right.includes(id) };
  });
}

/** The options in their right order, counted by who had them in their place; of a withdrawn question as they were asked. */
export function orderBars(
  options: readonly OptionView[],
  distribution: Distribution,
  { key, voidReason }: Pick<Revelation, 'key' | 'voidReason'>,
): Bar[] {
  const bars = barsOf(options, distribution, null);
  if (key.kind !== 'ordering' || voidReason !== null) return bars;
  return bars.map((bar) => ({ ...bar, place: key.order.indexOf(bar.id) + 1 })).sort((a, b) => a.place - b.place);
}

/** Whole percent of a share 0..1. Somebody is never 0 %, and not quite everybody never 100 %. */
export function percentOf(share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}
