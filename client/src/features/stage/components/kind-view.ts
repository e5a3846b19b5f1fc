import type { ComponentType } from 'react';
import type { Distribution, QuestionView, Revelation } from '@anquanli/contract/question';

export interface OptionsProps {
  readonly question: QuestionView;
}

export interface BarsProps {
  readonly question: QuestionView;
  readonly revelation: Revelation;
  readonly distribution: Distribution;
}

/** How the stage shows one kind of question: on air, and with the hall's answers at the reveal. */
export interface KindView {
  readonly Options: ComponentType<OptionsProps>;
  readonly Bars: ComponentType<BarsProps>;
  /** Above the explanation at the reveal, where the answers need words beside them. */
  readonly Names?: ComponentType<BarsProps>;
  /** What is answered stands beside the stem, not below it: a picture to be tapped. */
  readonly isSide?: boolean;
  /** Are the answers at the reveal as many lines as there are options? */
  readonly isByOption?: boolean;
}
