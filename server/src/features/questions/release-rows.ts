import type { Question, QuestionSet, Source } from '@anquanli/question-bank/schema.js';
import type { QuestionSetVersionEntity } from './entities/question-set-version.entity.js';
import type { QuestionVersionEntity } from './entities/question-version.entity.js';
import type { StoredMedia, StoredQuestion } from './stored-question.js';

/** The row of a released version. */
export function versionRow(set: QuestionSet, loadedAt: number): QuestionSetVersionEntity {
  const { contentHash, status } = releaseOf(set);
  const { id: setId, version, title, description, categories } = set;
  return { setId, version, status, title, description, contentHash, categories, loadedAt };
}

/** Status and hash of a set, which only a released one has. Throws for another. */
export function releaseOf({ id, version, status, contentHash }: QuestionSet): {
  contentHash: string;
  status: 'released' | 'withdrawn';
} {
  if (status === 'draft' || contentHash === undefined) {
    throw new Error(`${id} ${version} is not a released set`);
  }
  return { contentHash, status };
}

/** The questions of a released set as rows, with what they refer to written out. `media` are its pictures by id. */
export function rowsOf(set: QuestionSet, media: ReadonlyMap<string, StoredMedia>): QuestionVersionEntity[] {
  const sources = new Map(set.sources.map((source) => [source.id, source]));
  return set.questions.map((question) => {
    const { id: questionId, rev, type: kind, status, category, difficulty } = question;
    const content = contentOf(question, sources, (id) => found(media.get(id), `Media ${id}`));
    return { setId: set.id, setVersion: set.version, questionId, rev, kind, status, category, difficulty, content };
  });
}

function contentOf(
  question: Question,
  sources: ReadonlyMap<string, Source>,
  medium: (id: string) => StoredMedia,
): StoredQuestion {
  const { checks: _checks, provenance: _provenance, translations: _translations, ...kept } = question;
  const citations = question.citations.map(({ source, locator }) => ({
    title: titleOf(found(sources.get(source), `Source ${source}`)),
    locator: locator ?? null,
  }));
  const media = question.media?.map(medium);
  const options =
    'options' in question
      ? question.options.map((option) => ({
          ...option,
          ...(option.media !== undefined && { media: medium(option.media) }),
        }))
      : undefined;
  // Type and answer belong together in the original, and nothing here takes them apart.
  return { ...kept, citations, ...(media && { media }), ...(options && { options }) } as StoredQuestion;
}

/**
 * A source as people say it: 《安全生产法》, 《危险化学品企业特殊作业安全规范》GB 30871-2022. Laws are known by their short name,
 * standards by their number.
 */
function titleOf({ title, number, kind }: Source): string {
  const name = `《${title.replace(/^中华人民共和国/, '').replace(/[《》]/g, '')}》`;
  const isStandard = kind === 'standard-mandatory' || kind === 'standard-recommended';
  return isStandard && number !== undefined && !title.includes(number) ? `${name}${number}` : name;
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is referred to but not in the set`);
  return value;
}
