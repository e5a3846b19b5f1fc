import type { Choice } from '@anquanli/contract/question';
import { placesMarked } from '../../../../domain/question/hotspot.js';
import type { PlayedQuestion } from '../../../../domain/question/question.js';
import { type ExportLanguage, wordsOf } from './words.js';

const LETTERS = 'ABCDEFGHIJ';
/** Between the blanks of one answer. */
const BLANKS = ' / ';

type Shown = Pick<PlayedQuestion, 'options' | 'key' | 'media' | 'decoys'>;
type HotspotChoice = Extract<Choice, { kind: 'hotspot' }>;

/** What could be chosen, one a line; places of a picture have no letters on any screen. */
export function optionsText({ options, key }: Pick<Shown, 'options' | 'key'>): string {
  const line = (text: string, index: number) => (key.kind === 'hotspot' ? text : `${LETTERS.charAt(index)}. ${text}`);
  return options.map(({ text }, index) => line(text, index)).join('\n');
}

/** A choice as people saw it: letters in the order of the screen, 对 / 错, a number with its unit, texts, places by name. */
export function choiceText(question: Shown, choice: Choice, language: ExportLanguage): string | number {
  const words = wordsOf(language);
  switch (choice.kind) {
    case 'single':
      return letters(question, [choice.option]);
    case 'multiple':
      return [...letters(question, choice.options)].sort().join('');
    case 'boolean':
      return choice.value ? words.yes : words.no;
    case 'ordering':
      return letters(question, choice.order);
    case 'numeric': {
      const unit = question.key.kind === 'numeric' ? question.key.unit : null;
      return unit === null ? choice.value : `${choice.value} ${unit}`;
    }
    case 'text':
      return choice.blanks.map((blank) => blank.trim() || '—').join(BLANKS);
    case 'hotspot':
      return placesText(question, choice, language);
  }
}

/** The right answer in the same words; all that is accepted. */
export function keyText(question: Shown, language: ExportLanguage): string | number {
  const { key } = question;
  const words = wordsOf(language);
  switch (key.kind) {
    case 'numeric': {
      const [{ min, max } = { min: 0, max: 0 }, ...others] = key.accept;
      if (key.unit === null && min === max && others.length === 0) return min;
      const ranges = key.accept.map((range) =>
        range.min === range.max ? String(range.min) : `${range.min}–${range.max}`,
      );
      return [ranges.join(words.or), ...(key.unit === null ? [] : [key.unit])].join(' ');
    }
    case 'text':
      return key.blanks.map((writings) => writings.join(words.or)).join(BLANKS);
    case 'hotspot':
      return key.zones.map(({ label }) => label).join(words.comma);
    default:
      return choiceText(question, key, language);
  }
}

/** Found or named places, then how many taps hit none. */
function placesText(question: Shown, choice: HotspotChoice, language: ExportLanguage): string {
  const { key, options } = question;
  const words = wordsOf(language);
  if (key.kind !== 'hotspot') return '';
  const markedBy = (part: Partial<HotspotChoice>) => placesMarked(question, key, { ...choice, ...part });
  const marked = new Set(markedBy({}));
  const labels = options.filter(({ id }) => marked.has(id)).map(({ text }) => text);
  const elsewhere = choice.points.filter((tap) => markedBy({ points: [tap], places: [] }).length === 0).length;
  return [...labels, ...(elsewhere > 0 ? [words.tapsElsewhere(elsewhere)] : [])].join(words.comma);
}

function letters({ options }: Pick<Shown, 'options'>, ids: readonly string[]): string {
  return ids.map((id) => LETTERS.charAt(options.findIndex((option) => option.id === id))).join('');
}
