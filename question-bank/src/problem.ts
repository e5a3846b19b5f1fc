/** Where a problem is: `file` relative to the question-bank folder, `path` inside the question or file. */
export interface Where {
  readonly file: string;
  readonly questionId?: string | undefined;
  readonly path?: string | undefined;
}

export type ProblemCode =
  // reading
  | 'file_missing'
  | 'not_json'
  | 'schema'
  | 'not_sorted'
  | 'wrong_category_file'
  // identity and references
  | 'duplicate_id'
  | 'unknown_category'
  | 'unknown_source'
  | 'unknown_media'
  | 'unknown_option'
  | 'unknown_question'
  | 'not_deprecated'
  | 'deprecation_missing'
  | 'deprecation_unexpected'
  | 'validity_backwards'
  | 'media_differs'
  // answers
  | 'options_alike'
  | 'no_wrong_option'
  | 'not_a_permutation'
  | 'range_backwards'
  | 'range_empty'
  | 'range_out_of_reach'
  | 'blank_empty'
  | 'clicks_few'
  | 'decoy_over_region'
  // texts
  | 'key_visible'
  | 'not_plain_text'
  // sources and balance
  | 'source_not_in_force'
  | 'source_overused'
  | 'key_position_unbalanced'
  | 'key_is_longest'
  // readiness
  | 'explanation_missing'
  | 'citation_missing'
  | 'check_missing'
  | 'check_disagrees'
  | 'fact_unnamed'
  // releasing
  | 'version_exists'
  | 'version_too_low'
  | 'bump_too_small'
  | 'nothing_changed'
  | 'nothing_to_release'
  | 'rev_not_raised'
  | 'rev_lowered'
  | 'key_changed_in_place'
  | 'revived'
  | 'set_id_changed'
  | 'question_vanished'
  | 'media_changed'
  // released files
  | 'release_altered';

/** Something that must be mended: what was found, and what to do about it. Both are sentences for authors. */
export interface Problem {
  readonly code: ProblemCode;
  readonly where: Where;
  readonly found: string;
  readonly remedy: string;
}

/** Problems as text, grouped by file in the order of first appearance; empty for no problems. */
export function formatProblems(problems: readonly Problem[]): string {
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) {
    const group = byFile.get(problem.where.file);
    if (group) group.push(problem);
    else byFile.set(problem.where.file, [problem]);
  }
  return [...byFile].map(([file, group]) => [file, ...group.map(formatProblem)].join('\n')).join('\n\n');
}

function formatProblem({ code, where, found, remedy }: Problem): string {
  const place = [where.questionId, where.path].filter(Boolean).join(' ');
  return `  ${code}${place ? `  ${place}` : ''}\n    ${found}\n    → ${remedy}`;
}
