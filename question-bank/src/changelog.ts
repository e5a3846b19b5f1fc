import type { Change, SetDiff } from './diff.js';
import type { Question, QuestionSet } from './schema.js';

/** The section of one version in a set's CHANGELOG.md. `diff` is missing for the first release. */
export function changelogSection(set: QuestionSet, on: string, diff: SetDiff | undefined): string {
  const lines = [`## ${set.version} — ${on}`, ''];
  if (!diff) {
    lines.push(`First release: ${set.questions.length} questions.`, '');
    return lines.join('\n');
  }
  const questions = new Map(set.questions.map((question) => [question.id, question]));
  const told = (id: string) => `${id}${quoted(questions.get(id))}`;
  section(
    lines,
    'Key changes',
    diff.keyChanges,
    ({ replaced, by, reason }) => `${told(by)} replaces ${replaced}: ${reason}`,
  );
  const of = (...what: Change['what'][]) => diff.changes.filter((change) => what.includes(change.what));
  section(lines, 'New questions', of('question_added'), ({ subject }) => told(subject));
  section(lines, 'Deprecated', of('question_deprecated'), ({ subject }) => {
    const reason = questions.get(subject)?.deprecation?.reason;
    return `${told(subject)}${reason ? `: ${reason}` : ''}`;
  });
  section(lines, 'Changed', of('question_changed'), ({ subject, fields }) => `${told(subject)}: ${fields.join(', ')}`);
  section(lines, 'Removed', of('question_removed', 'type_removed'), ({ subject }) => subject);
  section(
    lines,
    'Set',
    of('set_field', 'category_added', 'category_changed', 'category_removed'),
    ({ what, subject }) => `${what.replace('_', ' ')}: ${subject}`,
  );
  return lines.join('\n');
}

/** A changelog with one more section, newest first. `existing` is the file as it was, or undefined. */
export function extendedChangelog(existing: string | undefined, set: QuestionSet, section: string): string {
  const head = `# ${set.title}\n`;
  const older = existing?.slice(existing.indexOf('\n## ') + 1);
  return [head, section, ...(existing?.includes('\n## ') && older ? [older.trimEnd(), ''] : [])].join('\n');
}

function section<T>(lines: string[], title: string, entries: readonly T[], line: (entry: T) => string): void {
  if (entries.length === 0) return;
  lines.push(`### ${title}`, '', ...entries.map((entry) => `- ${line(entry)}`), '');
}

function quoted(question: Question | undefined): string {
  if (!question) return '';
  const stem = [...question.stem.replace(/\s+/gu, ' ')];
  return ` “${stem.slice(0, 40).join('')}${stem.length > 40 ? '…' : ''}”`;
}
