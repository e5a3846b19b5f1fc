import { canonicalJson } from './canonical.js';
import { normalise } from './normalise.js';
import type { Question } from './schema.js';

/** One question that took the place of another because its answer or meaning changed. */
export interface KeyChange {
  readonly replaced: string;
  readonly by: string;
  readonly reason: string;
}

/**
 * What changed about the key of a question that kept its id, in words, or undefined when nothing did.
 * Found from the answer itself and from texts that were right and now are wrong, or the other way round;
 * a stem that was turned around is not found.
 */
export function changedKey(before: Question, after: Question): string | undefined {
  if (before.type !== after.type) return `The type went from ${before.type} to ${after.type}`;
  if (keyOf(before) !== keyOf(after)) return 'The answer changed';
  const [old, now] = [verdicts(before), verdicts(after)];
  const turned = [...old].find(([text, isRight]) => now.has(text) && now.get(text) !== isRight);
  return turned && `“${turned[0]}” was ${turned[1] ? 'right and is wrong' : 'wrong and is right'}`;
}

/** The part of the answer that says what is right, without how it is scored. */
function keyOf({ type, answer }: Question): string {
  switch (type) {
    case 'single':
    case 'boolean':
      return canonicalJson(answer);
    case 'multiple':
      return canonicalJson([...answer.options].sort());
    case 'ordering':
      return canonicalJson(answer.order);
    case 'numeric':
      return canonicalJson([answer.accept, answer.unit]);
    case 'text':
      return canonicalJson(answer);
    case 'hotspot':
      return canonicalJson([answer.mode, answer.regions, answer.decoys].map((part) => withoutWords(part)));
  }
}

function withoutWords(part: unknown): unknown {
  if (!Array.isArray(part)) return part ?? null;
  return part.map((region: object) => ({ ...region, label: undefined, feedback: undefined }));
}

function verdicts(question: Question): Map<string, boolean> {
  if (question.type !== 'single' && question.type !== 'multiple') return new Map();
  const key = question.type === 'single' ? [question.answer.option] : question.answer.options;
  return new Map(question.options.map(({ id, text }) => [normalise(text), key.includes(id)]));
}
