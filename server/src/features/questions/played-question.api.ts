import { mixSteps, orderOptions } from '../../domain/question/option-order.js';
import { mixPlaces } from '../../domain/question/places.js';
import type { PlayedOption, PlayedQuestion } from '../../domain/question/question.js';
import { decoysOf, formOf, keyOf, mediaOf, optionsOf, type OptionWords } from './question-words.api.js';
import type { StoredQuestion } from './stored-question.js';

/** Where a question stands in a round or paper, and how options are ordered there. */
export interface Place {
  readonly questionNo: number;
  readonly seed: string;
  readonly optionOrder: 'fixed' | 'shuffled';
}

/** A stored question as one round or paper plays it; the same place gives the same question for ever. */
export function questionAsPlayed(question: StoredQuestion, place: Place): PlayedQuestion {
  return {
    questionNo: place.questionNo,
    kind: question.type,
    stem: question.stem,
    media: mediaOf(question),
    form: formOf(question),
    ...choicesIn(question, place),
    explanation: question.explanation ?? '',
    citations: question.citations,
  };
}

function choicesIn(
  question: StoredQuestion,
  { questionNo, seed, optionOrder }: Place,
): Pick<PlayedQuestion, 'options' | 'key' | 'decoys'> {
  const key = keyOf(question);
  if (key.kind === 'hotspot') {
    const { options, zones, decoys } = mixPlaces(key.zones, decoysOf(question), seed, questionNo);
    return { options, key: { ...key, zones: [...zones] }, decoys };
  }
  const options = optionsOf(question);
  if (key.kind === 'ordering') {
    const { options: mixed, rightOrder } = mixSteps(options, key.order, seed, questionNo);
    return { options: mixed.map(unpinned), key: { ...key, order: rightOrder }, decoys: [] };
  }
  return { options: orderOptions(options, optionOrder, seed, questionNo).map(unpinned), key, decoys: [] };
}

function unpinned({ pinned: _, ...option }: OptionWords): PlayedOption {
  return option;
}
