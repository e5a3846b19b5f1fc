import type { BankMedia } from '@anquanli/contract/bank';
import type { Citation, Key, MediaView, Zone } from '@anquanli/contract/question';
import type { Asked } from '../../../ui/question/asked';
import type { Draft, DraftZone } from './draft';
import { contentOf, typedNumber } from './draft-content';
import { mediaSource } from './media';

/** A draft as a phone would show it: half-written ones too. */
export function askedOf(draft: Draft, media: readonly BankMedia[]): Asked {
  const pictures = new Map(media.map((each) => [each.id, viewOf(each)]));
  const shown = draft.kind === 'hotspot' ? draft.media.slice(0, 1) : draft.media;
  return {
    kind: draft.kind,
    stem: draft.stem,
    options: optionsOf(draft, pictures),
    media: shown.flatMap((id) => pictures.get(id) ?? []),
    form: formOf(draft),
  };
}

export function viewOf(media: BankMedia): MediaView {
  return { src: mediaSource(media), alt: media.alt, width: media.width, height: media.height };
}

function optionsOf(draft: Draft, pictures: ReadonlyMap<string, MediaView>): Asked['options'] {
  switch (draft.kind) {
    case 'single':
    case 'multiple':
    case 'ordering':
      return draft.options.map(({ id, text, media }) => {
        const picture = media === null ? undefined : pictures.get(media);
        return { id, text, ...(picture === undefined ? {} : { media: picture }) };
      });
    case 'hotspot':
      return draft.zones.map(({ id, label }) => ({ id, text: label }));
    default:
      return [];
  }
}

const MOST_CLICKS = 30;
const ANY_DECIMALS = 6;

function formOf(draft: Draft): Asked['form'] {
  switch (draft.kind) {
    case 'numeric':
      return { kind: draft.kind, unit: draft.unit.trim() || null, decimals: draft.decimals ?? ANY_DECIMALS };
    case 'text':
      return { kind: draft.kind, blanks: draft.blanks.length };
    case 'hotspot':
      return { kind: draft.kind, mode: draft.mode, maxClicks: clicksOf(draft) };
    default:
      return null;
  }
}

/** Where nothing is said: one tap for one place, else as many as there are zones of both sorts. */
function clicksOf({ mode, maxClicks, zones }: Draft): number {
  if (maxClicks !== null) return Math.max(1, maxClicks);
  if (mode === 'find-one') return 1;
  return Math.min(MOST_CLICKS, Math.max(1, zones.length));
}

/** The truth as the reveal shows it; null while the draft has none yet. */
export function keyOf(draft: Draft): Key | null {
  switch (draft.kind) {
    case 'single': {
      const [option] = draft.right;
      return option === undefined ? null : { kind: draft.kind, option };
    }
    case 'multiple':
      return draft.right.length === 0 ? null : { kind: draft.kind, options: draft.right };
    case 'boolean':
      return draft.truth === null ? null : { kind: draft.kind, value: draft.truth };
    case 'ordering':
      return { kind: draft.kind, order: draft.order };
    case 'numeric': {
      const isWhole = draft.ranges.every(({ min, max }) => !Number.isNaN(typedNumber(min || max)));
      const content = isWhole ? contentOf(draft) : null;
      if (content?.type !== 'numeric') return null;
      return { kind: draft.kind, accept: content.answer.accept, unit: draft.unit.trim() || null };
    }
    case 'text': {
      const isWhole = draft.blanks.every((writings) => writings.some((writing) => writing.trim() !== ''));
      return isWhole ? { kind: draft.kind, blanks: draft.blanks, anyOrder: draft.isAnyOrder } : null;
    }
    case 'hotspot': {
      const zones = draft.zones.filter(({ isRight }) => isRight).map(zoneOf);
      const tolerance = (draft.tolerance ?? 0) / 100;
      return zones.length === 0 ? null : { kind: draft.kind, mode: draft.mode, zones, tolerance };
    }
  }
}

function zoneOf({ isRight: _, ...zone }: DraftZone): Zone {
  return { ...zone, feedback: zone.feedback || null };
}

export function citationsOf(draft: Draft, titleOf: (source: string) => string): Citation[] {
  return draft.citations
    .filter(({ source }) => source !== '')
    .map(({ source, locator }) => ({ title: titleOf(source), locator: locator.trim() || null }));
}
