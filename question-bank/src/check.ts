import type { Problem } from './problem.js';
import { answers } from './rules/answers.js';
import { balance } from './rules/balance.js';
import { identity } from './rules/identity.js';
import { keyVisible } from './rules/key-visible.js';
import { plainText } from './rules/plain-text.js';
import { readiness } from './rules/readiness.js';
import { references, succession } from './rules/references.js';
import { sourcesInForce, sourcesShared } from './rules/sources.js';
import { winnable } from './rules/winnable.js';
import type { Rule, SetUnderCheck } from './set-under-check.js';

/** What a set needs to be played at all. Released files are held to these only: they stay playable for ever. */
const PLAYABLE: readonly Rule[] = [identity, references, answers];

/** What a set that is being edited has to satisfy. */
const RULES: readonly Rule[] = [
  ...PLAYABLE,
  winnable,
  succession,
  plainText,
  keyVisible,
  sourcesInForce,
  sourcesShared,
  balance,
];

/** What keeps a set from being played; empty when nothing does. */
export function checkPlayable(under: SetUnderCheck): Problem[] {
  return PLAYABLE.flatMap((rule) => rule(under));
}

/** All that is wrong with a set beyond its schema; empty when nothing is. */
export function checkSet(under: SetUnderCheck): Problem[] {
  return RULES.flatMap((rule) => rule(under));
}

/** {@link checkSet}, and whether the approved questions have what a release needs. */
export function checkForRelease(under: SetUnderCheck): Problem[] {
  return [...checkSet(under), ...readiness(under)];
}
