import type { LiveKind } from '@anquanli/contract/vocabulary';
import { ChoiceBars, ChoicePlates, StatementBars, StatementPlates } from './ChoiceKinds';
import type { KindView } from './kind-view';

/** A new kind of question is one new line here; the compiler asks for it. */
export const KINDS: Readonly<Record<LiveKind, KindView>> = {
  single: { Options: ChoicePlates, Bars: ChoiceBars },
  multiple: { Options: ChoicePlates, Bars: ChoiceBars },
  boolean: { Options: StatementPlates, Bars: StatementBars },
};
