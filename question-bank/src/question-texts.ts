import type { Question } from './schema.js';

export interface PlacedText {
  readonly path: string;
  readonly text: string;
}

/** Every text of a question that somebody may read, with its place. */
export function questionTexts(question: Question): PlacedText[] {
  const texts: PlacedText[] = [{ path: 'stem', text: question.stem }];
  const add = (path: string, text: string | undefined) => {
    if (text !== undefined) texts.push({ path, text });
  };
  add('explanation', question.explanation);
  add('deprecation.note', question.deprecation?.note);
  question.tags?.forEach((tag, n) => add(`tags.${n}`, tag));
  question.citations.forEach(({ locator }, n) => add(`citations.${n}.locator`, locator));
  question.checks?.forEach(({ note }, n) => add(`checks.${n}.note`, note));
  for (const [locale, translation] of Object.entries(question.translations ?? {})) {
    add(`translations.${locale}.stem`, translation.stem);
    add(`translations.${locale}.explanation`, translation.explanation);
    for (const [id, text] of Object.entries(translation.options ?? {})) {
      add(`translations.${locale}.options.${id}`, text);
    }
  }
  return [...texts, ...answerTexts(question)];
}

function answerTexts(question: Question): PlacedText[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'ordering':
      return question.options.flatMap(({ text, feedback }, n) => [
        { path: `options.${n}.text`, text },
        ...(feedback === undefined ? [] : [{ path: `options.${n}.feedback`, text: feedback }]),
      ]);
    case 'boolean':
      return [];
    case 'numeric':
      return question.answer.unit === undefined ? [] : [{ path: 'answer.unit', text: question.answer.unit }];
    case 'text':
      return question.answer.blanks.flatMap(({ accept }, n) =>
        accept.map((text, m) => ({ path: `answer.blanks.${n}.accept.${m}`, text })),
      );
    case 'hotspot':
      return (['regions', 'decoys'] as const).flatMap((list) =>
        (question.answer[list] ?? []).flatMap(({ label, feedback }, n) => [
          { path: `answer.${list}.${n}.label`, text: label },
          ...(feedback === undefined ? [] : [{ path: `answer.${list}.${n}.feedback`, text: feedback }]),
        ]),
      );
  }
}
