import type { Zone } from '@anquanli/contract/question';
import { seededRandom, shuffle } from '../shared/random.js';

/** The places of a picture as a round names them. */
export interface MixedPlaces {
  /** The list form: all places, right and wrong ones mixed. */
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly zones: readonly Zone[];
  readonly decoys: readonly Zone[];
}

/**
 * Mixes the right and wrong places of a hot-spot and names them anew, p1 … pn: neither name nor order tells which are right.
 * The same seed gives the same names for ever. In every round, also where options keep their order: authors write the right ones
 * first.
 */
export function mixPlaces(
  regions: readonly Zone[],
  decoys: readonly Zone[],
  seed: string,
  questionNo: number,
): MixedPlaces {
  // From an order that does not depend on which are right.
  const all = [...regions, ...decoys].sort((a, b) => (a.id < b.id ? -1 : 1));
  const mixed = shuffle(all, seededRandom(`${seed}/places/${questionNo}`));
  const nameOf = new Map(mixed.map((zone, index) => [zone, `p${index + 1}`]));
  const named = (zones: readonly Zone[]) => zones.map((zone) => ({ ...zone, id: nameOf.get(zone) ?? zone.id }));
  return {
    options: mixed.map((zone, index) => ({ id: `p${index + 1}`, text: zone.label })),
    zones: named(regions),
    decoys: named(decoys),
  };
}
