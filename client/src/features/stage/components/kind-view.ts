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
}
