import { questionTexts, type PlacedText } from '../question-texts.js';
import { problemAt, whereIs, type Rule } from '../set-under-check.js';

/** What must not be in a text. Full-width spaces and line breaks stay: they are the author's. */
const UNWANTED: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/<\/?[a-z!][^<>]*>/iu, 'an HTML tag'],
  [/&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});/iu, 'an HTML entity'],
  [/!?\[[^\]]*\]\([^)]*\)/u, 'a Markdown link or picture'],
  [/\*\*[^*]+\*\*|(?<!_)__[^_\s][^_]*__(?!_)|`[^`]+`/u, 'Markdown emphasis'],
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  [/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/u, 'a control character, tab or carriage return'],
  [/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/u, 'an invisible character'],
  [/\u00A0/u, 'a no-break space'],
  [/\uFFFD|\p{Surrogate}|\p{Private_Use}|\p{Noncharacter_Code_Point}/u, 'a character that is not text'],
  [/^\s|\s$/u, 'white space at the start or end'],
];

/** All texts are plain: no markup, nothing invisible, no white space around. */
export const plainText: Rule = (under) => {
  const { set, setFile } = under;
  const ofSet: PlacedText[] = [
    { path: 'title', text: set.title },
    { path: 'description', text: set.description },
    ...set.categories.map(({ id, title }) => ({ path: `categories.${id}`, text: title })),
    ...set.sources.map(({ id, title }) => ({ path: `sources.${id}`, text: title })),
    ...set.media.flatMap(({ id, alt, credit = '' }) => [
      { path: `media.${id}.alt`, text: alt },
      { path: `media.${id}.credit`, text: credit },
    ]),
  ];
  return [
    ...ofSet.flatMap((placed) => unwanted(placed).map((what) => told({ file: setFile, path: placed.path }, what))),
    ...set.questions.flatMap((question) =>
      questionTexts(question).flatMap((placed) =>
        unwanted(placed).map((what) => told(whereIs(under, question, placed.path), what)),
      ),
    ),
  ];
};

function unwanted({ text }: PlacedText): string[] {
  return UNWANTED.filter(([pattern]) => pattern.test(text)).map(([, what]) => what);
}

function told(where: Parameters<typeof problemAt>[0], what: string) {
  return problemAt(where, 'not_plain_text', `The text has ${what}.`, 'Write it as plain text.');
}
