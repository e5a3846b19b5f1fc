import { mediaSrc } from '@anquanli/contract/media.js';
import type { AnswerForm, Key, MediaView, Zone } from '@anquanli/contract/question.js';
import type { Region } from '@anquanli/question-bank/schema-answers.js';
import type { StoredMedia, StoredQuestion } from './stored-question.js';

/*
 * A stored question in the words of the wire. Ids are the bank's: a round names the steps of an ordering and the places of a picture anew.
 */

export interface OptionWords {
  readonly id: string;
  readonly text: string;
  readonly pinned?: boolean | undefined;
  readonly media?: MediaView;
}

/** Digits after the point where the bank does not say: as many as any number of the bank may have, so that it tells nothing. */
const ANY_DECIMALS = 6;

/** The bank's answer. */
export function keyOf(question: StoredQuestion): Key {
  switch (question.type) {
    case 'single':
      return { kind: 'single', option: question.answer.option };
    case 'multiple':
      return { kind: 'multiple', options: question.answer.options };
    case 'boolean':
      return { kind: 'boolean', value: question.answer.value };
    case 'ordering':
      return { kind: 'ordering', order: question.answer.order };
    case 'numeric':
      return { kind: 'numeric', accept: question.answer.accept, unit: question.answer.unit ?? null };
    case 'text': {
      const { blanks, anyOrder = false } = question.answer;
      return { kind: 'text', blanks: blanks.map(({ accept }) => accept), anyOrder };
    }
    case 'hotspot': {
      const { mode, regions, tolerance = 0 } = question.answer;
      return { kind: 'hotspot', mode, zones: regions.map(zoneOf), tolerance };
    }
  }
}

/** How it is answered where options do not say it. Nothing of it depends on which places are right. */
export function formOf(question: StoredQuestion): AnswerForm | null {
  switch (question.type) {
    case 'numeric': {
      const { unit = null, decimals = ANY_DECIMALS } = question.answer;
      return { kind: 'numeric', unit, decimals };
    }
    case 'text':
      return { kind: 'text', blanks: question.answer.blanks.length };
    case 'hotspot': {
      const { mode, regions, decoys = [], maxClicks } = question.answer;
      const all = mode === 'find-one' ? 1 : regions.length + decoys.length;
      return { kind: 'hotspot', mode, maxClicks: maxClicks ?? all };
    }
    default:
      return null;
  }
}

/** What is chosen from; of a hot-spot its places, the right ones first. */
export function optionsOf(question: StoredQuestion): OptionWords[] {
  if (question.type === 'hotspot') {
    return [...question.answer.regions, ...(question.answer.decoys ?? [])].map(({ id, label }) => ({
      id,
      text: label,
    }));
  }
  if (!('options' in question)) return [];
  return question.options.map(({ id, text, pinned, media }) => ({
    ...{ id, text, pinned },
    ...(media !== undefined && isPicture(media) && { media: mediaView(media) }),
  }));
}

/** Pictures of the stem. Sounds and films are not shown. */
export function mediaOf(question: StoredQuestion): MediaView[] {
  return (question.media ?? []).filter(isPicture).map(mediaView);
}

/** The wrong places of a hot-spot. */
export function decoysOf(question: StoredQuestion): Zone[] {
  return question.type === 'hotspot' ? (question.answer.decoys ?? []).map(zoneOf) : [];
}

function zoneOf(region: Region): Zone {
  return { ...region, feedback: region.feedback ?? null };
}

function mediaView({ sha256, alt, width, height }: StoredMedia): MediaView {
  return { src: mediaSrc(sha256), alt, width, height };
}

function isPicture({ mime }: StoredMedia): boolean {
  return mime.startsWith('image/');
}
