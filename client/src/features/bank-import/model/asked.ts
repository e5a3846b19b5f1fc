import type { Choice, Citation, Key, MediaView } from '@anquanli/contract/question';
import type { Asked } from '../../../ui/question/asked';
import type { ImportQuestion } from './import-types';

/** Pictures of a set by their id. */
export type Pictures = ReadonlyMap<string, MediaView>;

const MOST_CLICKS = 30;

/** A question as a phone is asked it. Pictures the set does not have are left out. */
export function askedOf(question: ImportQuestion, pictures: Pictures): Asked {
  return {
    kind: question.type,
    stem: question.stem,
    options: optionsOf(question, pictures),
    media: (question.media ?? []).flatMap((id) => pictures.get(id) ?? []),
    form: formOf(question),
  };
}

function optionsOf(question: ImportQuestion, pictures: Pictures): Asked['options'] {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'ordering':
      return question.options.map(({ id, text, media }) => {
        const picture = media === undefined ? undefined : pictures.get(media);
        return { id, text, ...(picture === undefined ? {} : { media: picture }) };
      });
    case 'hotspot':
      return [...question.answer.regions, ...(question.answer.decoys ?? [])].map(({ id, label }) => ({
        id,
        text: label,
      }));
    default:
      return [];
  }
}

function formOf(question: ImportQuestion): Asked['form'] {
  switch (question.type) {
    case 'numeric':
      return { kind: question.type, unit: question.answer.unit ?? null, decimals: question.answer.decimals ?? 0 };
    case 'text':
      return { kind: question.type, blanks: question.answer.blanks.length };
    case 'hotspot': {
      const { mode, maxClicks, regions } = question.answer;
      return { kind: question.type, mode, maxClicks: maxClicks ?? Math.min(MOST_CLICKS, regions.length + 3) };
    }
    default:
      return null;
  }
}

/** The truth as the reveal shows it. */
export function keyOf(question: ImportQuestion): Key {
  switch (question.type) {
    case 'single':
      return { kind: question.type, option: question.answer.option };
    case 'multiple':
      return { kind: question.type, options: question.answer.options };
    case 'boolean':
      return { kind: question.type, value: question.answer.value };
    case 'ordering':
      return { kind: question.type, order: question.answer.order };
    case 'numeric':
      return { kind: question.type, accept: question.answer.accept, unit: question.answer.unit ?? null };
    case 'text': {
      const { blanks, anyOrder = false } = question.answer;
      return { kind: question.type, blanks: blanks.map(({ accept }) => accept), anyOrder };
    }
    case 'hotspot': {
      const { mode, regions, tolerance = 0 } = question.answer;
      const zones = regions.map((region) => ({ ...region, feedback: region.feedback ?? null }));
      return { kind: question.type, mode, zones, tolerance };
    }
  }
}

/** What somebody sends who knows it. */
export function rightChoice(key: Key): Choice {
  switch (key.kind) {
    case 'numeric':
      return { kind: key.kind, value: key.accept[0]?.min ?? 0 };
    case 'text':
      return { kind: key.kind, blanks: key.blanks.map(([first = '']) => first) };
    case 'hotspot':
      return { kind: key.kind, points: [], places: key.zones.map(({ id }) => id) };
    default:
      return key;
  }
}

export function citationsOf(question: ImportQuestion, titleOf: (source: string) => string): Citation[] {
  return question.citations.map(({ source, locator }) => ({ title: titleOf(source), locator: locator ?? null }));
}
