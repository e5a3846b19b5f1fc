import type { QuestionKind } from '@anquanli/contract/vocabulary';
import { BlankBars, BlankPlates } from './BlankKind';
import { ChoiceBars, ChoicePlates, StatementBars, StatementPlates } from './ChoiceKinds';
import { HotspotCanvas, HotspotHeat, HotspotNames } from './HotspotKind';
import type { KindView } from './kind-view';
import { NumberHistogram, NumberPlate } from './NumberKind';
import { OrderBars, OrderPlates } from './OrderKind';

/** A new kind of question is one new line here; the compiler asks for it. */
export const KINDS: Readonly<Record<QuestionKind, KindView>> = {
  single: { Options: ChoicePlates, Bars: ChoiceBars, isByOption: true },
  multiple: { Options: ChoicePlates, Bars: ChoiceBars, isByOption: true },
  boolean: { Options: StatementPlates, Bars: StatementBars },
  ordering: { Options: OrderPlates, Bars: OrderBars, isByOption: true },
  numeric: { Options: NumberPlate, Bars: NumberHistogram },
  text: { Options: BlankPlates, Bars: BlankBars },
  hotspot: { Options: HotspotCanvas, Bars: HotspotHeat, Names: HotspotNames, isSide: true },
};
