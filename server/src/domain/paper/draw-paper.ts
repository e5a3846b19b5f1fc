import type { BlueprintPart } from '@anquanli/contract/contest-settings';
import { seededRandom, shuffle } from '../shared/random.js';
import { accept, refuse, type Result } from '../shared/result.js';

/** What drawing needs to know of a question. `key` names it across all sets of a contest. */
export interface PaperCandidate {
  readonly key: string;
  readonly setId: string;
  readonly category: string;
  readonly kind: BlueprintPart['kinds'][number];
  readonly difficulty: number;
}

/** How far each part of a blueprint can be filled. */
export interface PartSupply {
  readonly wanted: number;
  /** Questions that suit the part. */
  readonly available: number;
  /** What it gets when all parts are filled as far as they can be, each question used once. */
  readonly reachable: number;
}

/**
 * Draws a paper: every part gets as many questions as it asks for, each question once. The same seed, candidates and `recent` give the
 * same paper for ever. Questions that the person had recently are taken only where nothing else suits, the longest unseen ones first.
 *
 * A question may suit several parts, so this is an assignment: slots take questions along augmenting paths (Kuhn 1955), which find a
 * paper whenever there is one. Refusal: `blueprint_short` with the part (`path`), `minimum` and `available`.
 * @param recent keys, the most recent first
 */
export function drawPaper(
  candidates: readonly PaperCandidate[],
  blueprint: readonly BlueprintPart[],
  seed: string,
  recent: readonly string[] = [],
): Result<string[]> {
  const inOrder = freshFirst(candidates, seed, recent);
  const filled = fill(inOrder, blueprint);
  const short = filled.findIndex((keys, part) => keys.length < (blueprint[part]?.count ?? 0));
  if (short >= 0) {
    const details = { minimum: blueprint[short]?.count ?? 0, available: filled[short]?.length ?? 0 };
    return refuse('blueprint_short', { path: `settings.blueprint.${short}.count`, ...details });
  }
  return accept(shuffle(filled.flat(), seededRandom(`${seed}/order`)));
}

/** What the blueprint comes to with these candidates. */
export function supplyOf(candidates: readonly PaperCandidate[], blueprint: readonly BlueprintPart[]): PartSupply[] {
  const filled = fill(candidates, blueprint);
  return blueprint.map((part, index) => ({
    wanted: part.count,
    available: candidates.filter((candidate) => suits(candidate, part)).length,
    reachable: filled[index]?.length ?? 0,
  }));
}

export function suits(candidate: PaperCandidate, part: BlueprintPart): boolean {
  const isIn = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value);
  return (
    isIn(part.setIds, candidate.setId) &&
    isIn(part.categories, candidate.category) &&
    isIn(part.kinds, candidate.kind) &&
    isIn(part.difficulties, candidate.difficulty)
  );
}

function freshFirst(candidates: readonly PaperCandidate[], seed: string, recent: readonly string[]): PaperCandidate[] {
  const seenAt = new Map<string, number>();
  recent.forEach((key, index) => seenAt.has(key) || seenAt.set(key, index));
  // From an order that does not depend on how the sets were loaded.
  const sorted = [...candidates].sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  const mixed = shuffle(sorted, seededRandom(`${seed}/draw`));
  const age = ({ key }: PaperCandidate) => seenAt.get(key) ?? Number.POSITIVE_INFINITY;
  return mixed
    .map((candidate, index) => ({ candidate, index }))
    .sort((a, b) => compare(age(b.candidate), age(a.candidate)) || a.index - b.index)
    .map(({ candidate }) => candidate);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/**
 * Keys by part. Questions come one after the other in the order of preference and look for a slot; once in the paper a question stays in it,
 * though it may move to another part to make room. So the preferred ones are in.
 */
function fill(candidates: readonly PaperCandidate[], blueprint: readonly BlueprintPart[]): string[][] {
  const parts: PaperCandidate[][] = blueprint.map(() => []);
  const partsOf = (candidate: PaperCandidate) =>
    blueprint.flatMap((part, index) => (suits(candidate, part) ? [index] : []));
  const settle = (candidate: PaperCandidate, tried: Set<number>): boolean => {
    for (const index of partsOf(candidate)) {
      if (tried.has(index)) continue;
      tried.add(index);
      const part = parts[index] ?? [];
      if (part.length < (blueprint[index]?.count ?? 0)) {
        part.push(candidate);
        return true;
      }
      for (const [place, holder] of part.entries()) {
        if (settle(holder, tried)) {
          part[place] = candidate;
          return true;
        }
      }
    }
    return false;
  };
  let left = blueprint.reduce((sum, { count }) => sum + count, 0);
  for (const candidate of candidates) {
    if (left === 0) break;
    if (settle(candidate, new Set())) left -= 1;
  }
  return parts.map((part) => part.map(({ key }) => key));
}
