import { Injectable } from '@nestjs/common';
import { latestOf } from './latest-version.js';
import { QuestionsApi, type SetVersion } from './questions.api.js';
import { QuestionsRepository } from './questions.repository.js';
import type { StoredQuestion } from './stored-question.js';

/** Versions kept in memory; the least recently asked goes first. A version is about 1 MB at 1,000 questions. */
const CACHED_VERSIONS = 20;

/** The face of this feature towards the others. */
@Injectable()
export class QuestionsService extends QuestionsApi {
  private readonly cache = new Map<string, Promise<readonly StoredQuestion[]>>();

  constructor(private readonly repository: QuestionsRepository) {
    super();
  }

  findVersion(setId: string, version: string): Promise<SetVersion | null> {
    return this.repository.findVersion(setId, version);
  }

  async latest(setId: string): Promise<SetVersion | null> {
    return latestOf(await this.repository.versionsOf(setId));
  }

  questionsOf(setId: string, version: string): Promise<readonly StoredQuestion[]> {
    const key = `${setId} ${version}`;
    const questions = this.cache.get(key) ?? this.load(key, setId, version);
    this.cache.delete(key);
    this.cache.set(key, questions);
    for (const oldest of this.cache.keys()) {
      if (this.cache.size <= CACHED_VERSIONS) {
        break;
      }
      this.cache.delete(oldest);
    }
    return questions;
  }

  /** Nothing found is not remembered, nor is a failure: the next asks again. */
  private load(key: string, setId: string, version: string): Promise<readonly StoredQuestion[]> {
    const loading = this.repository.questionsOf(setId, version);
    loading.then(
      (questions) => questions.length === 0 && this.forget(key, loading),
      () => this.forget(key, loading),
    );
    return loading;
  }

  private forget(key: string, loading: Promise<readonly StoredQuestion[]>): void {
    if (this.cache.get(key) === loading) {
      this.cache.delete(key);
    }
  }
}
