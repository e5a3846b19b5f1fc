import type { Distribution, Key, OptionView } from '@anquanli/contract/question';
import type { QuestionKind } from '@anquanli/contract/vocabulary';

/** One line of the answers to a question as a desk lists them. */
export interface OptionRow {
  readonly id: string;
  /** Place in the list of options: decides letter, shape and colour; null where the line is no option. */
  readonly index: number | null;
  /** What stands before the words where there is no letter, or beside it: a place in the order, the number of a blank. */
  readonly no: number | null;
  readonly text: string | null;
  readonly media: OptionView['media'] | null;
  /** Set for true-or-false alone. */
  readonly truth: boolean | null;
  /** All other numbers together. */
  readonly isRest: boolean;
  readonly isRight: boolean;
  /** How many gave it, or had it right; null where nothing is counted. */
  readonly count: number | null;
  /** Part of those who answered, 0–1. */
  readonly share: number;
}

interface Asked {
  readonly kind: QuestionKind;
  readonly options: readonly OptionView[];
}

type Line = Pick<OptionRow, 'id' | 'text' | 'isRight'> & Partial<OptionRow>;

/**
 * The lines of a question with its key and, where there is one, how the hall answered: options, an order from the top,
 * numbers given, blanks, or places of a picture. Without a key numbers and blanks have nothing to show.
 */
export function optionRows(
  asked: Asked,
  key: Key | null,
  choices: Distribution['choices'] | null,
  answered: number,
): OptionRow[] {
  return linesOf(asked, key, choices).map((line) => {
    const count = choices === null ? null : (choices.find((choice) => choice.id === line.id)?.count ?? 0);
    const share = count === null || answered <= 0 ? 0 : Math.min(1, count / answered);
    return { index: null, no: null, media: null, truth: null, isRest: false, ...line, count, share };
  });
}

function linesOf(asked: Asked, key: Key | null, choices: Distribution['choices'] | null): Line[] {
  const { options } = asked;
  switch (asked.kind) {
    case 'boolean':
      return [true, false].map((truth, index) => {
        const isRight = key?.kind === 'boolean' && key.value === truth;
        return { id: String(truth), index, text: null, truth, isRight };
      });
    case 'single':
    case 'multiple':
      return options.map(({ id, text, media }, index) => ({ id, index, text, media, isRight: isRightOption(key, id) }));
    case 'ordering': {
      const order = key?.kind === 'ordering' ? key.order : null;
      const lines = options.map(({ id, text, media }, index) => ({ id, index, text, media, isRight: false }));
      if (order === null) return lines;
      const inOrder = [...lines].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
      return inOrder.map((line, place) => ({ ...line, no: place + 1 }));
    }
    case 'numeric':
      return key?.kind === 'numeric' ? numbers(key, choices) : [];
    case 'text':
      return key?.kind === 'text'
        ? key.blanks.map((accepted, index) => ({
            id: String(index + 1),
            no: index + 1,
            text: accepted.join(' / '),
            isRight: true,
          }))
        : [];
    case 'hotspot':
      return options.map(({ id, text }) => ({ id, text, isRight: isRightOption(key, id) }));
  }
}

function isRightOption(key: Key | null, id: string): boolean {
  if (key?.kind === 'single') return key.option === id;
  if (key?.kind === 'multiple') return key.options.includes(id);
  return key?.kind === 'hotspot' && key.zones.some((zone) => zone.id === id);
}

/** The numbers that were given; the accepted ones on top where nobody, or nobody yet, gave one. */
function numbers(key: Extract<Key, { kind: 'numeric' }>, choices: Distribution['choices'] | null): Line[] {
  const isAccepted = (value: number) => key.accept.some(({ min, max }) => value >= min && value <= max);
  const unit = key.unit === null ? '' : ` ${key.unit}`;
  const given = (choices ?? []).map(({ id }): Line => {
    const isRest = id === 'other';
    return { id, text: isRest ? null : `${id}${unit}`, isRest, isRight: !isRest && isAccepted(Number(id)) };
  });
  if (given.some(({ isRight }) => isRight)) return given;
  const accepted = key.accept.map(({ min, max }): Line => {
    const text = min === max ? String(min) : `${min}–${max}`;
    return { id: `accepted ${text}`, text: `${text}${unit}`, isRight: true };
  });
  return [...accepted, ...given];
}
