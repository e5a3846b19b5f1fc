import { describe, expect, it } from '@jest/globals';
import type { Question } from '../schema.js';
import { Question as QuestionSchema } from '../schema.js';
import { anId, aSingle } from '../set-builder.js';
import { asDraft } from './as-draft.js';

const file = { name: '题库.json', sha256: `sha256:${'a'.repeat(64)}`, bytes: 100 };
const draftOf = (question: Question) => asDraft({ ref: 'q1', where: { line: 3 }, question, cells: [] }, file);

describe('a question that goes into a bank', () => {
  const foreign = aSingle({
    rev: 7,
    status: 'approved',
    checks: [
      { kind: 'fact-sheet', on: '2026-01-02', result: 'agrees' },
      { kind: 'independent-answer', on: '2026-01-02', result: 'agrees' },
    ],
    supersedes: [anId(9)],
    deprecation: { since: '1.2.0', reason: 'wrong-key' },
  });

  it.each(['status', 'rev', 'checks', 'supersedes', 'deprecation'] as const)('leaves its %s behind', (key) => {
    const draft = draftOf(foreign);
    const wanted: Partial<Question> = { status: 'draft', rev: 1 };
    expect(draft[key]).toEqual(wanted[key]);
    expect(key in draft).toBe(key in wanted);
  });

  it('keeps everything that makes the question, and passes the schema', () => {
    const { checks: _checks, supersedes: _supersedes, deprecation: _deprecation, ...kept } = foreign;
    const provenance = { origin: 'imported', file: '题库.json', sha256: file.sha256, row: 3 };
    const draft = draftOf(foreign);
    expect(draft).toEqual({ ...kept, rev: 1, status: 'draft', provenance });
    expect(QuestionSchema.safeParse(draft).success).toBe(true);
  });

  it('keeps the provenance it brings along', () => {
    const provenance = { origin: 'authored' } as const;
    expect(draftOf(aSingle({ provenance })).provenance).toEqual(provenance);
  });
});
