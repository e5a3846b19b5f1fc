import { orderBars } from '../model/bars';
import { BarList } from './BarList';
import type { BarsProps, OptionsProps } from './kind-view';
import { PlateList } from './PlateList';
import { WayToAnswer } from './WayToAnswer';

/** The options by their letters, in the order they were mixed in: the hall puts them in order on its phones. */
export function OrderPlates({ question }: OptionsProps) {
  return (
    <>
      <WayToAnswer icon="bars" text="orderOnPhone" />
      <PlateList options={question.options} />
    </>
  );
}

/** The right order from the top, and how much of the hall had each in its place. */
export function OrderBars({ question, revelation, distribution }: BarsProps) {
  return <BarList bars={orderBars(question.options, distribution, revelation)} />;
}
