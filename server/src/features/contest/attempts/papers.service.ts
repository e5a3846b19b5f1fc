import type { ContestSettings } from '@anquanli/contract/contest-settings.js';
import { Injectable } from '@nestjs/common';
import { drawPaper, type PaperCandidate } from '../../../domain/paper/draw-paper.js';
import type { PlayedQuestion } from '../../../domain/question/question.js';
import { renameOptions } from '../../../domain/question/rename-options.js';
import { accept, type Result } from '../../../domain/shared/result.js';
import { questionAsPlayed } from '../../questions/played-question.api.js';
import { QuestionsApi, type StoredQuestion } from '../../questions/questions.api.js';
import { type PaperLine, questionKey, questionOfKey } from './paper-line.js';

type Sets = ContestSettings['sets'];

/** A stored paper: what {@link Papers.questionsOf} needs to know of an attempt. */
interface StoredPaper {
  readonly seed: string;
  readonly paper: readonly PaperLine[];
}

/** Draws papers, and lays stored ones out again. */
@Injectable()
export class Papers {
  private readonly made = new WeakMap<readonly StoredQuestion[], readonly PaperCandidate[]>();

  constructor(private readonly questions: QuestionsApi) {}

  /** Approved questions of the versions a contest holds. */
  async candidates(sets: Sets): Promise<PaperCandidate[]> {
    const all = await Promise.all(
      sets.map(async ({ setId, version }) =>
        this.candidatesOf(setId, await this.questions.questionsOf(setId, version)),
      ),
    );
    return all.flat();
  }

  /** Made once for a version that is kept in memory: every paper is drawn from all of them. */
  private candidatesOf(setId: string, questions: readonly StoredQuestion[]): readonly PaperCandidate[] {
    const made =
      this.made.get(questions) ??
      questions.filter(isPlayable).map((question) => ({
        ...{ key: questionKey({ setId, questionId: question.id }), setId },
        ...{ category: question.category, kind: question.type, difficulty: question.difficulty },
      }));
    this.made.set(questions, made);
    return made;
  }

  /** A new paper. `recent` = keys the person had lately, the latest first. Refusal: `blueprint_short`. */
  async draw(settings: ContestSettings, seed: string, recent: readonly string[]): Promise<Result<PaperLine[]>> {
    const drawn = drawPaper(await this.candidates(settings.sets), settings.blueprint, seed, recent);
    return drawn.ok ? accept(this.linesOf(settings.sets, drawn.value)) : drawn;
  }

  /** Those of the keys that can still be asked: a contest may hold another version than before it began. */
  async askable(sets: Sets, keys: readonly string[]): Promise<PaperLine[]> {
    const known = new Set((await this.candidates(sets)).map(({ key }) => key));
    return this.linesOf(
      sets,
      keys.filter((key) => known.has(key)),
    );
  }

  /** Keys as lines; those of no set of the contest are left out. */
  private linesOf(sets: Sets, keys: readonly string[]): PaperLine[] {
    return keys.flatMap((key) => {
      const { setId, questionId } = questionOfKey(key);
      const set = sets.find((each) => each.setId === setId);
      return set === undefined ? [] : [{ setId, version: set.version, questionId }];
    });
  }

  /** The questions as this one attempt has them, in order: options shuffled and named for it alone. Throws when a version is gone. */
  async questionsOf({ seed, paper }: StoredPaper): Promise<PlayedQuestion[]> {
    return Promise.all(
      paper.map(async (line, index) => {
        const question = await this.stored(line);
        return renameOptions(questionAsPlayed(question, { questionNo: index + 1, seed, optionOrder: 'shuffled' }));
      }),
    );
  }

  async stored({ setId, version, questionId }: PaperLine): Promise<StoredQuestion> {
    const questions = await this.questions.questionsOf(setId, version);
    const question = this.byId(questions).get(questionId);
    if (question === undefined) throw new Error(`question ${questionId} of ${setId} ${version} is not stored`);
    return question;
  }

  /** Lists are kept by the questions feature as long as anybody asks: so is their index. */
  private readonly indexes = new WeakMap<readonly StoredQuestion[], ReadonlyMap<string, StoredQuestion>>();

  private byId(questions: readonly StoredQuestion[]): ReadonlyMap<string, StoredQuestion> {
    const known = this.indexes.get(questions);
    if (known) return known;
    const made = new Map(questions.map((question) => [question.id, question]));
    this.indexes.set(questions, made);
    return made;
  }
}

function isPlayable({ status }: StoredQuestion): boolean {
  return status === 'approved';
}
