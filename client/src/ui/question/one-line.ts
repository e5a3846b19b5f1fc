import type { Choice, Key } from '@anquanli/contract/question';
import type { Translate } from '../../lib/i18n';
import { letterOf } from '../Glyph';
import { optionsOf, type Asked } from './asked';
import { idsOf } from './answer-mark';
import type { words } from './words';

type T = Translate<(typeof words)['zh']>;
type AskedOptions = Pick<Asked, 'kind' | 'options'>;

/** A key in one line: the option and its words, several by their letters, an order, a number with its unit, words, how many places. */
export function keyLine(t: T, asked: AskedOptions, key: Key): string {
  switch (key.kind) {
    case 'single':
    case 'multiple':
    case 'boolean': {
      const options = optionsOf(asked, { yes: t('yes'), no: t('no') });
      const ids = idsOf(key);
      const letters = lettersOf(asked, ids, t);
      const text = options.find(({ id }) => id === ids[0])?.text ?? '';
      return ids.length === 1 ? `${letters} ${text}`.trim() : letters;
    }
    case 'ordering':
      return orderOf(asked, key.order);
    case 'numeric': {
      const ranges = key.accept.map(({ min, max }) => (min === max ? String(min) : `${min}–${max}`));
      return withUnit(ranges.join(' / '), key.unit);
    }
    case 'text':
      return key.blanks.map(([shown = '']) => shown).join(t('separator'));
    case 'hotspot':
      return key.zones.map(({ label }) => label).join(t('separator'));
  }
}

/** An answer in one line, as short as {@link keyLine}; the unit is that of the key. */
export function choiceLine(t: T, asked: AskedOptions, choice: Choice, key: Key): string {
  switch (choice.kind) {
    case 'single':
    case 'multiple':
    case 'boolean':
      return lettersOf(asked, idsOf(choice), t);
    case 'ordering':
      return orderOf(asked, choice.order);
    case 'numeric':
      return withUnit(String(choice.value), key.kind === 'numeric' ? key.unit : null);
    case 'text':
      return choice.blanks.map((blank) => (blank === '' ? '—' : blank)).join(t('separator'));
    case 'hotspot':
      return t('places', { count: choice.points.length + choice.places.length });
  }
}

function lettersOf(asked: AskedOptions, ids: readonly string[], t: T): string {
  const options = optionsOf(asked, { yes: t('yes'), no: t('no') });
  return options.map(({ id }, index) => (ids.includes(id) ? letterOf(index) : '')).join('');
}

function orderOf({ options }: AskedOptions, order: readonly string[]): string {
  return order.map((id) => letterOf(options.findIndex((option) => option.id === id))).join(' → ');
}

function withUnit(number: string, unit: string | null): string {
  return unit === null ? number : `${number} ${unit}`;
}
