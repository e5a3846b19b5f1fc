import type { OptionView } from '@anquanli/contract/question';
import { useWords } from '../../../lib/i18n';
import { barsOf } from '../model/bars';
import { stageWords } from '../words';
import { BarList } from './BarList';
import type { BarsProps, OptionsProps } from './kind-view';
import { PlateList } from './PlateList';

/** Single and multiple choice. */
export function ChoicePlates({ question }: OptionsProps) {
  return <PlateList options={question.options} />;
}

export function ChoiceBars({ question, revelation, distribution }: BarsProps) {
  return <BarList bars={barsOf(question.options, distribution, keyOf(revelation))} />;
}

/** A statement that is true or false: always the same two plates, in the language of the stage. */
export function StatementPlates() {
  return <PlateList options={useTruths()} />;
}

export function StatementBars({ revelation, distribution }: BarsProps) {
  return <BarList bars={barsOf(useTruths(), distribution, keyOf(revelation))} />;
}

/** A withdrawn question has no right answer any more. */
function keyOf(revelation: BarsProps['revelation']) {
  return revelation.voidReason === null ? revelation.key : null;
}

function useTruths(): OptionView[] {
  const t = useWords(stageWords);
  return [
    { id: 'true', text: t('isTrue') },
    { id: 'false', text: t('isFalse') },
  ];
}
