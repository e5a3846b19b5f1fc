import { checkForRelease } from './check.js';
import { diffSets, type SetDiff } from './diff.js';
import type { Problem, ProblemCode } from './problem.js';
import { fitted } from './read-json.js';
import { releaseContent } from './release-content.js';
import { QuestionSet } from './schema.js';
import { whereIs, type SetUnderCheck } from './set-under-check.js';
import { BUMPS, bumpBetween, compareVersions, nextVersion } from './version.js';

/** What of a set was released before: all versions ever, and the content of the highest. */
export interface ReleasedBefore {
  readonly versions: readonly string[];
  readonly latest?: QuestionSet | undefined;
}

export interface ReleasePlan {
  /** The set as it would be released: status, hash and all. */
  readonly set: QuestionSet;
  /** Differences to the latest release; undefined for the first. */
  readonly diff: SetDiff | undefined;
  /** What forbids the release; empty when nothing does. */
  readonly problems: readonly Problem[];
}

/** The version that a set would get by what changed: 1.0.0 at first, then as much as the differences ask for. */
export function suggestedVersion(before: ReleasedBefore, diff: SetDiff | undefined): string {
  const { latest } = before;
  if (!latest || !diff) return '1.0.0';
  return nextVersion(latest.version, diff.bump === 'none' ? 'patch' : diff.bump);
}

/**
 * What releasing a set as `version` would give, and what forbids it: a version that exists or does not come after the
 * latest, a bump smaller than the differences ask for, any failed check, a set that could not be read again, nothing to
 * release. Writes nothing.
 */
export function planRelease(under: SetUnderCheck, version: string, before: ReleasedBefore): ReleasePlan {
  const set = releaseContent(under.set, version);
  const diff = before.latest && diffSets(before.latest, set);
  const problems = [...checkForRelease(under), ...shapeProblems(set, under), ...versionProblems(set, under, before)];
  if (before.latest && diff) problems.push(...diffProblems(before.latest, set, diff, under));
  return { set, diff, problems };
}

/** What would keep the released file from being loaded. A set without questions is told as such. */
function shapeProblems(set: QuestionSet, under: SetUnderCheck): Problem[] {
  if (set.questions.length === 0) return [];
  return fitted(QuestionSet, set, under.setFile).problems.map((problem) => {
    const [list, n, ...inside] = problem.where.path?.split('.') ?? [];
    const question = list === 'questions' && n !== undefined ? set.questions[Number(n)] : undefined;
    return question ? { ...problem, where: whereIs(under, question, inside.join('.')) } : problem;
  });
}

function versionProblems(set: QuestionSet, under: SetUnderCheck, { versions, latest }: ReleasedBefore): Problem[] {
  const told = (code: ProblemCode, found: string, remedy: string): Problem[] => [
    { code, where: { file: under.setFile }, found, remedy },
  ];
  if (set.questions.length === 0) {
    return told('nothing_to_release', 'No question is approved.', 'Approve questions after their checks.');
  }
  if (!latest) return [];
  const next = `Choose a version after ${latest.version}.`;
  if (versions.includes(set.version)) {
    return told('version_exists', `${set.id} ${set.version} is released and never changes.`, next);
  }
  if (compareVersions(set.version, latest.version) < 0) {
    return told('version_too_low', `${set.version} comes before ${latest.version}.`, next);
  }
  return [];
}

function diffProblems(before: QuestionSet, set: QuestionSet, diff: SetDiff, under: SetUnderCheck): Problem[] {
  const files = new Map([...under.fileOf].map(([{ id }, file]) => [id, file]));
  const problems = diff.problems.map((problem) => ({
    ...problem,
    where: { ...problem.where, file: files.get(problem.where.questionId ?? '') ?? under.setFile },
  }));
  const told = (code: ProblemCode, found: string, remedy: string) =>
    problems.push({ code, where: { file: under.setFile }, found, remedy });
  if (diff.bump === 'none') told('nothing_changed', `Nothing changed since ${before.version}.`, 'Keep that version.');
  const given = bumpBetween(before.version, set.version);
  if (given !== 'none' && BUMPS.indexOf(given) < BUMPS.indexOf(diff.bump)) {
    const found = `From ${before.version} to ${set.version} is a ${given} step; the changes ask for ${diff.bump}.`;
    told('bump_too_small', found, `Release it as ${nextVersion(before.version, diff.bump)}.`);
  }
  const kept = new Set(under.set.questions.map(({ id }) => id));
  for (const { id } of before.questions) {
    if (kept.has(id)) continue;
    const remedy = 'Bring it back with the status deprecated or retired, so that its id is never used again.';
    told('question_vanished', `${id} was released and is not in the set any more.`, remedy);
  }
  return problems;
}
