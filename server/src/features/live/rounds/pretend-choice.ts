import type { Choice, Zone } from '@anquanli/contract/question';
import { roundedTo } from '../../../domain/question/numbers.js';
import type { PlayedQuestion } from '../../../domain/question/question.js';
import { shuffle } from '../../../domain/shared/random.js';

type Asked = Pick<PlayedQuestion, 'kind' | 'options' | 'form' | 'key'>;
type Random = () => number;

/** The right answer to a question. */
export function rightChoice({ key }: Pick<PlayedQuestion, 'key'>): Choice {
  switch (key.kind) {
    case 'single':
      return { kind: 'single', option: key.option };
    case 'multiple':
      return { kind: 'multiple', options: [...key.options] };
    case 'boolean':
      return { kind: 'boolean', value: key.value };
    case 'ordering':
      return { kind: 'ordering', order: [...key.order] };
    case 'numeric':
      return { kind: 'numeric', value: key.accept[0]?.min ?? 0 };
    case 'text':
      return { kind: 'text', blanks: key.blanks.map(([writing = '']) => writing) };
    case 'hotspot':
      return markedAt(key.mode === 'find-one' ? key.zones.slice(0, 1) : key.zones);
  }
}

/** What somebody might say who does not know; now and then it is right all the same. */
export function anyChoice({ kind, options, form, key }: Asked, random: Random): Choice {
  const ids = options.map(({ id }) => id);
  const any = ids[Math.floor(random() * ids.length)] ?? 'a';
  switch (kind) {
    case 'single':
      return { kind, option: any };
    case 'multiple':
      return { kind, options: [...new Set([any, ...ids.filter(() => random() < 0.4)])] };
    case 'boolean':
      return { kind, value: random() < 0.5 };
    case 'ordering':
      return { kind, order: shuffle(ids, random) };
    case 'numeric':
      return { kind, value: nearby(key, form?.kind === 'numeric' ? form.decimals : 0, random) };
    case 'text':
      return { kind, blanks: swapped(key) };
    case 'hotspot':
      return { kind, points: [[roundedTo(random(), 4), roundedTo(random(), 4)]], places: [] };
  }
}

/** Taps in the middle where that is inside; a zone that bends around its middle is named. */
function markedAt(zones: readonly Zone[]): Choice {
  const middles = zones.map(middleOf);
  return {
    kind: 'hotspot',
    points: middles.filter((middle) => middle !== null),
    places: zones.filter((_, index) => middles[index] === null).map(({ id }) => id),
  };
}

function middleOf(zone: Zone): [number, number] | null {
  switch (zone.shape) {
    case 'rect':
      return [(zone.from[0] + zone.to[0]) / 2, (zone.from[1] + zone.to[1]) / 2];
    case 'circle':
      return [...zone.center];
    case 'poly':
      return null;
  }
}

/** A number as people misremember it: half, double, or a bit beside the right one. */
function nearby(key: Asked['key'], decimals: number, random: Random): number {
  const right = key.kind === 'numeric' ? (key.accept[0]?.min ?? 0) : 0;
  const guesses = [right / 2, right * 2, right + 1, right - 1, right * 10];
  return roundedTo(guesses[Math.floor(random() * guesses.length)] ?? 0, Math.min(decimals, 1));
}

/** The right words in the wrong blanks, or none that fits. */
function swapped(key: Asked['key']): string[] {
  if (key.kind !== 'text') return ['不知道'];
  const words = key.blanks.map(([writing = '']) => writing);
  return words.length > 1 ? [...words.slice(1), words[0] ?? ''] : ['不知道'];
}
