import type { BlindAnswer, BlindQuestion } from '@anquanli/contract/bank';
import type { Choice } from '@anquanli/contract/question';
import type { Asked } from '../../../ui/question/asked';
import { withTap, type Selection } from '../../../ui/question/selection';
import { viewOf } from './asked';

/**
 * The question of a second reader as the phone's own inputs take it. Of a hot-spot the reader sees the picture and
 * chooses places by name: where the zones lie would give the key away.
 */
export function askedBlind(question: BlindQuestion): Asked {
  return {
    kind: question.type === 'hotspot' ? (question.mode === 'find-one' ? 'single' : 'multiple') : question.type,
    stem: question.stem,
    options: question.options.map(({ id, text, media }) =>
      media === null ? { id, text } : { id, text, media: viewOf(media) },
    ),
    media: question.media.map(viewOf),
    form: formOfBlind(question),
  };
}

/** Decimals are not told to a second reader: any number of them may be typed. */
const FREE_DECIMALS = 6;

function formOfBlind({ type, unit, blanks }: BlindQuestion): Asked['form'] {
  if (type === 'numeric') return { kind: type, unit, decimals: FREE_DECIMALS };
  return type === 'text' ? { kind: type, blanks } : null;
}

/** What was chosen, as the blind sheets of the bank have it. */
export function blindAnswerOf(choice: Choice, type: BlindQuestion['type']): BlindAnswer {
  switch (choice.kind) {
    case 'single':
      return type === 'hotspot' ? { regions: [choice.option] } : { option: choice.option };
    case 'multiple':
      return type === 'hotspot' ? { regions: choice.options } : { options: choice.options };
    case 'boolean':
    case 'numeric':
      return { value: choice.value };
    case 'ordering':
      return { order: choice.order };
    case 'text':
      return { blanks: choice.blanks };
    case 'hotspot':
      return { regions: choice.places };
  }
}

/** 1–9: the option at that place; of a true-or-false question 1 is true, 2 is false. */
export function withNumberKey(asked: Asked, selection: Selection, n: number): Selection {
  const ids = asked.kind === 'boolean' ? ['true', 'false'] : asked.options.map(({ id }) => id);
  const id = ids[n - 1];
  if (id === undefined || selection.by !== 'options') return selection;
  return { by: 'options', options: withTap(asked, selection.options, id) };
}
