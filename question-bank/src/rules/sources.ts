import type { Problem } from '../problem.js';
import type { Question, Source } from '../schema.js';
import { livingQuestions, problemAt, whereIs, type Rule } from '../set-under-check.js';

/** More questions than this on one article make a set lopsided and let answers leak into each other. */
export const MAX_QUESTIONS_PER_LOCATOR = 3;

/** Known to be in force on that day. A source of unknown status is not. */
export function isInForce(source: Source, day: string): boolean {
  return source.status === 'in-force' && (source.effectiveFrom ?? day) <= day && day <= (source.effectiveTo ?? day);
}

/** Living questions cite what is in force on the day whose law they follow. */
export const sourcesInForce: Rule = (under) => {
  const { set } = under;
  const sources = new Map(set.sources.map((source) => [source.id, source]));
  return livingQuestions(set).flatMap((question) =>
    question.citations.flatMap(({ source: id }, n) => {
      const source = sources.get(id);
      if (!source || isInForce(source, set.legalBasisDate)) return [];
      const found = `“${source.title}” (${id}, ${source.status}) is not known to be in force on ${set.legalBasisDate}.`;
      const remedy = 'Cite the text that replaces it, or deprecate the question as law-changed.';
      return [problemAt(whereIs(under, question, `citations.${n}.source`), 'source_not_in_force', found, remedy)];
    }),
  );
};

/** At most {@link MAX_QUESTIONS_PER_LOCATOR} living questions cite the same place of the same source. */
export const sourcesShared: Rule = (under) => {
  const citing = new Map<string, { question: Question; path: string }[]>();
  for (const question of livingQuestions(under.set)) {
    const places = new Set<string>();
    question.citations.forEach(({ source, locator }, n) => {
      if (locator === undefined) return;
      const place = `${source} ${locator.normalize('NFKC').replace(/\s+/gu, '')}`;
      if (places.has(place)) return;
      places.add(place);
      const group = citing.get(place);
      const entry = { question, path: `citations.${n}` };
      if (group) group.push(entry);
      else citing.set(place, [entry]);
    });
  }
  return [...citing].flatMap(([place, group]): Problem[] =>
    group.slice(MAX_QUESTIONS_PER_LOCATOR).map(({ question, path }) => {
      const found = `${group.length} questions cite ${place}.`;
      const remedy = `Keep at most ${MAX_QUESTIONS_PER_LOCATOR} on one place; ask about something else here.`;
      return problemAt(whereIs(under, question, path), 'source_overused', found, remedy);
    }),
  );
};
