import type { Choice, Key, Zone } from '@anquanli/contract/question';
import type { PlayedQuestion } from './question.js';
import { isHit, type Aim, type Point } from './zones.js';

type HotspotKey = Extract<Key, { kind: 'hotspot' }>;
type HotspotChoice = Extract<Choice, { kind: 'hotspot' }>;

/** What somebody found in a picture. */
export interface Findings {
  /** Ids of the right zones that were tapped or named, each once however often. */
  readonly found: ReadonlySet<string>;
  /** Taps outside of every right zone, and wrong places named. */
  readonly wrong: number;
}

/** A tap finds every right zone it lies in; zones are widened by the key's tolerance. */
export function findingsIn(
  key: HotspotKey,
  media: PlayedQuestion['media'],
  { points, places }: HotspotChoice,
): Findings {
  const aim = { tolerance: key.tolerance, aspect: aspectOf(media) };
  const found = new Set<string>();
  let wrong = 0;
  for (const id of places) {
    if (key.zones.some((zone) => zone.id === id)) found.add(id);
    else wrong += 1;
  }
  for (const tap of points) {
    if (!addHits(found, key.zones, tap, aim)) wrong += 1;
  }
  return { found, wrong };
}

/** Ids of all places, right and wrong ones, that were found or named: a tap in a wrong place counts for it, unless it is right. */
export function placesMarked(
  question: Pick<PlayedQuestion, 'media' | 'decoys'>,
  key: HotspotKey,
  choice: HotspotChoice,
): string[] {
  const aim = { tolerance: key.tolerance, aspect: aspectOf(question.media) };
  const marked = new Set(choice.places);
  for (const tap of choice.points) {
    if (!addHits(marked, key.zones, tap, aim)) addHits(marked, question.decoys, tap, aim);
  }
  return [...marked];
}

/** Adds the ids of all zones in which the tap lies; false when it lies in none. */
function addHits(ids: Set<string>, zones: readonly Zone[], tap: Point, aim: Aim): boolean {
  let isAny = false;
  for (const zone of zones) {
    if (!isHit(zone, tap, aim)) continue;
    ids.add(zone.id);
    isAny = true;
  }
  return isAny;
}

/** Height by width of the picture that is tapped; 1 where there is none. */
export function aspectOf(media: PlayedQuestion['media']): number {
  const [picture] = media;
  return picture && picture.width > 0 && picture.height > 0 ? picture.height / picture.width : 1;
}
