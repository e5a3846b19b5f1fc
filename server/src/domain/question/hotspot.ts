import type { Choice, Key } from '@anquanli/contract/question';
import type { PlayedQuestion } from './question.js';
import { isHit, type Point } from './zones.js';

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
  const right = new Set(key.zones.map(({ id }) => id));
  const found = new Set(places.filter((id) => right.has(id)));
  let wrong = places.length - found.size;
  for (const tap of points) {
    const hit = key.zones.filter((zone) => isHit(zone, tap, aim));
    if (hit.length === 0) wrong += 1;
    for (const { id } of hit) found.add(id);
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
  const isRight = (tap: Point) => key.zones.some((zone) => isHit(zone, tap, aim));
  const astray = choice.points.filter((tap) => !isRight(tap));
  const decoys = question.decoys.filter((decoy) => astray.some((tap) => isHit(decoy, tap, aim)));
  const { found } = findingsIn(key, question.media, choice);
  return [...new Set([...found, ...choice.places, ...decoys.map(({ id }) => id)])];
}

/** Height by width of the picture that is tapped; 1 where there is none. */
export function aspectOf(media: PlayedQuestion['media']): number {
  const [picture] = media;
  return picture && picture.width > 0 && picture.height > 0 ? picture.height / picture.width : 1;
}
