import { HotspotAnswer } from './hotspot/HotspotAnswer';
import { HotspotInput } from './hotspot/HotspotInput';
import { NumericAnswer } from './numeric/NumericAnswer';
import { NumericInput } from './numeric/NumericInput';
import { OrderingAnswer } from './ordering/OrderingAnswer';
import { OrderingInput } from './ordering/OrderingInput';
import { PictureSheet } from './picture/PictureSheet';
import { TextAnswer } from './text/TextAnswer';
import { TextInput } from './text/TextInput';

/** Everything of questions that is not in the first load, in one file. */
export const PARTS = {
  inputs: { ordering: OrderingInput, numeric: NumericInput, text: TextInput, hotspot: HotspotInput },
  answers: { ordering: OrderingAnswer, numeric: NumericAnswer, text: TextAnswer, hotspot: HotspotAnswer },
  PictureSheet,
} as const;
