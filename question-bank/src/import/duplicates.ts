import type { Duplicate, ImportContext, ImportedQuestion } from './import-result.js';
import { dice, gramIndex, GramTable, type Grams } from './similarity.js';

/** From here on two stems count as the same question put twice. */
const LEAST_SIMILAR = 0.85;
/** Stems alike with other options: 下列说法正确的是 is asked a hundred times, a whole sentence is not. */
const LONG_STEM = 12;
/** How much the options say once the stems are alike. */
const WEIGHT_OF_OPTIONS = 0.4;

interface Compared {
  readonly other: Duplicate['other'];
  readonly stem: Grams;
  readonly optionTexts: readonly string[];
}

/**
 * Questions that may be the same, inside the file and with the bank: for each question the most similar earlier one of
 * the file and the most similar one of the bank. Similarity is that of the stems by pairs of characters; other options
 * below the same stem make it weaker. A question of the bank with the same id is the same question, no duplicate.
 */
export function findDuplicates(questions: readonly ImportedQuestion[], known: ImportContext['known']): Duplicate[] {
  const table = new GramTable();
  const own = questions.map(({ ref, question }): Compared => {
    const optionTexts = 'options' in question ? question.options.map(({ text }) => text) : [];
    return { other: { ref }, stem: table.gramsOf(question.stem), optionTexts };
  });
  const bank = known.map(({ id, stem, optionTexts }): Compared => ({
    other: { questionId: id },
    stem: table.gramsOf(stem),
    optionTexts,
  }));
  const all = [...bank, ...own];
  const index = gramIndex(
    all.map(({ stem }) => stem),
    LEAST_SIMILAR,
  );
  const optionsOf = optionGrams(table);
  return own.flatMap((one, n) => {
    const place = bank.length + n;
    const candidates = index.similarTo(place);
    const within = (from: number, to: number) =>
      mostSimilar(
        one,
        candidates.flatMap((at) => {
          const other = at >= from && at < to ? all[at] : undefined;
          const isItself = other && 'questionId' in other.other && other.other.questionId === questions[n]?.question.id;
          return other && !isItself ? other : [];
        }),
        optionsOf,
      );
    const pairs = [within(bank.length, place), within(0, bank.length)];
    return pairs.flatMap((pair) => (pair ? [{ ref: questions[n]?.ref ?? '', ...pair }] : []));
  });
}

type OptionGrams = (question: Compared) => Grams;

/** Options are looked at only where stems are alike. */
function optionGrams(table: GramTable): OptionGrams {
  const known = new Map<Compared, Grams>();
  return (question) => {
    const grams = known.get(question) ?? table.gramsOf(question.optionTexts.join('\n'));
    known.set(question, grams);
    return grams;
  };
}

type Match = Pick<Duplicate, 'other' | 'similarity'>;

function mostSimilar(one: Compared, others: readonly Compared[], optionsOf: OptionGrams): Match | undefined {
  let best: Match | undefined;
  for (const other of others) {
    const similarity = similarityOf(one, other, optionsOf);
    if (similarity > (best?.similarity ?? 0)) best = { other: other.other, similarity };
  }
  return best;
}

/** 0 for questions that are not worth looking at. */
function similarityOf(one: Compared, other: Compared, optionsOf: OptionGrams): number {
  const stems = dice(one.stem, other.stem, LEAST_SIMILAR);
  if (stems < LEAST_SIMILAR) return 0;
  const hasOptions = one.optionTexts.length > 0 && other.optionTexts.length > 0;
  const options = hasOptions ? dice(optionsOf(one), optionsOf(other)) : 1;
  const isTelling = one.stem.length >= LONG_STEM || options >= 0.5;
  const similarity = stems * (1 - WEIGHT_OF_OPTIONS * (1 - options));
  return isTelling ? Math.round(similarity * 1000) / 1000 : 0;
}
