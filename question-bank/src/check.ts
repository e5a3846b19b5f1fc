import type { Problem } from './problem.js';
import { answers } from './rules/answers.js';
import { balance } from './rules/balance.js';
import { identity } from './rules/identity.js';
import { keyVisible } from './rules/key-visible.js';
import { plainText } from './rules/plain-text.js';
import { readiness } from './rules/readiness.js';
import { references } from './rules/references.js';
import { sourcesInForce, sourcesShared } from './rules/sources.js';
import type { Rule, SetUnderCheck } from './set-under-check.js';

/** What holds for every set at any time. */
const RULES: readonly Rule[] = [
  identity,
  references,
  answers,
  plainText,
  keyVisible,
  sourcesInForce,
  sourcesShared,
  balance,
];

/** All that is wrong with a set beyond its schema; empty when nothing is. */
export function checkSet(under: SetUnderCheck): Problem[] {
  return RULES.flatMap((rule) => rule(under));
}

/** {@link checkSet}, and whether the approved questions have what a release needs. */
export function checkForRelease(under: SetUnderCheck): Problem[] {
  return [...checkSet(under), ...readiness(under)];
}
