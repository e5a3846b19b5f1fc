/** How much a change asks of the version, smallest first. */
export const BUMPS = ['none', 'patch', 'minor', 'major'] as const;
export type Bump = (typeof BUMPS)[number];

type Parts = readonly [major: number, minor: number, patch: number];

/** Throws RangeError for anything but three dotted numbers. */
function parts(version: string): Parts {
  const match = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/.exec(version);
  if (!match) throw new RangeError(`Not a version: ${version}`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

/** Negative, zero or positive as `a` comes before, is, or comes after `b`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/** The part of the version that moved, seen from the left; `none` when `to` does not come after `from`. */
export function bumpBetween(from: string, to: string): Bump {
  if (compareVersions(to, from) <= 0) return 'none';
  const [left, right] = [parts(from), parts(to)];
  if (left[0] !== right[0]) return 'major';
  return left[1] !== right[1] ? 'minor' : 'patch';
}

/** The next version after `from` that satisfies `bump`. */
export function nextVersion(from: string, bump: Bump): string {
  const [major, minor, patch] = parts(from);
  if (bump === 'major') return `${major + 1}.0.0`;
  if (bump === 'minor') return `${major}.${minor + 1}.0`;
  return bump === 'patch' ? `${major}.${minor}.${patch + 1}` : from;
}

export function largestBump(bumps: readonly Bump[]): Bump {
  return bumps.reduce<Bump>((most, bump) => (BUMPS.indexOf(bump) > BUMPS.indexOf(most) ? bump : most), 'none');
}
