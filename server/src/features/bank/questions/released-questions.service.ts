import type { Question } from '@anquanli/question-bank/schema.js';
import { nextVersion } from '@anquanli/question-bank/version.js';
import { Injectable } from '@nestjs/common';
import { ReleasesApi } from '../../questions/releases.api.js';

/** What the highest release of a set holds. */
export interface Released {
  /** null before the first release. */
  readonly version: string | null;
  readonly questions: ReadonlyMap<string, Question>;
  /** The version in which a deprecation would first be told. */
  readonly next: string;
}

const KEPT = 8;

/** Latest releases by question; a release never changes, so those asked last are kept in memory. */
@Injectable()
export class ReleasedQuestions {
  private readonly kept = new Map<string, ReadonlyMap<string, Question>>();

  constructor(private readonly releases: ReleasesApi) {}

  async of(setId: string): Promise<Released> {
    const versions = await this.releases.versions(setId);
    const version = versions.at(-1);
    if (version === undefined) return { version: null, questions: new Map(), next: '1.0.0' };
    return { version, questions: await this.load(setId, version), next: nextVersion(version, 'minor') };
  }

  private async load(setId: string, version: string): Promise<ReadonlyMap<string, Question>> {
    const key = `${setId} ${version}`;
    const known = this.kept.get(key);
    if (known) return known;
    const document = await this.releases.document(setId, version);
    const questions = new Map(document?.questions.map((question) => [question.id, question]));
    this.kept.set(key, questions);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    return questions;
  }
}
