import { canonicalJson } from './canonical.js';
import { normalise } from './normalise.js';
import type { Option } from './schema-answers.js';
import type { Question } from './schema.js';

/** One question that took the place of another because its answer or meaning changed. */
export interface KeyChange {
  readonly replaced: string;
  readonly by: string;
  readonly reason: string;
}

/**
 * What changed about the key of a question that kept its id, in words, or undefined when nothing did.
 * Found from the answer itself, from texts and pictures that were right and now are wrong, or the other way round, from
 * steps that come in another order, and from another picture to point at; a stem that was turned around is not found, nor
 * a choice that was reworded.
 */
export function changedKey(before: Question, after: Question): string | undefined {
  if (before.type !== after.type) return `The type went from ${before.type} to ${after.type}`;
  if (keyOf(before) !== keyOf(after)) return 'The answer changed';
  if (before.type === 'hotspot' && canonicalJson(before.media) !== canonicalJson(after.media ?? [])) {
    return 'The picture changed';
  }
  for (const read of READINGS) {
    const [old, now] = [read(before), read(after)];
    const kept = [...old].filter(([name]) => now.has(name));
    const turned = kept.find(([name, part]) => now.get(name) !== part);
    if (turned) return `“${turned[0]}” was ${turned[1]} and is ${now.get(turned[0])}`;
    const order = [...now.keys()].filter((name) => old.has(name));
    const moved = before.type === 'ordering' && kept.find(([name], n) => name !== order[n]);
    if (moved) return `“${moved[0]}” comes at another place`;
  }
  return undefined;
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

interface Choice {
  readonly text: string;
  readonly media?: string | undefined;
  readonly part: 'right' | 'wrong' | 'a step';
}

/** The choices by what is read and by what is seen: each name once, with its part in the key, steps in their order. */
const READINGS = [
  (question: Question) => partsBy(({ text }) => normalise(text), question),
  (question: Question) => partsBy(({ media }) => media, question),
];

/** A name that several choices have tells none of them apart. */
function partsBy(nameOf: (choice: Choice) => string | undefined, question: Question): Map<string, Choice['part']> {
  const named = choicesOf(question).map((choice) => ({ name: nameOf(choice), part: choice.part }));
  const count = (name: string) => named.filter((other) => other.name === name).length;
  return new Map(
    named.flatMap(({ name, part }) => (name !== undefined && count(name) === 1 ? [[name, part] as const] : [])),
  );
}

function choicesOf(question: Question): Choice[] {
  switch (question.type) {
    case 'single':
    case 'multiple': {
      const key = question.type === 'single' ? [question.answer.option] : question.answer.options;
      return question.options.map((option) => ({ ...option, part: key.includes(option.id) ? 'right' : 'wrong' }));
    }
    case 'ordering': {
      const { options, answer } = question;
      return answer.order.flatMap((id) => options.filter((option) => option.id === id).map(asStep));
    }
    case 'hotspot': {
      const { regions, decoys = [] } = question.answer;
      return [
        ...regions.map(({ label }) => ({ text: label, part: 'right' as const })),
        ...decoys.map(({ label }) => ({ text: label, part: 'wrong' as const })),
      ];
    }
    default:
      return [];
  }
}

function asStep({ text, media }: Option): Choice {
  return { text, media, part: 'a step' };
}
