import { canonicalJson } from '@anquanli/question-bank/canonical.js';
import { Injectable } from '@nestjs/common';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { ReleasesApi } from '../../questions/releases.api.js';
import { BankSetService } from '../sets/bank-set.service.js';
import { WorkingSets } from '../sets/working-set.service.js';

/** A file for an admin to carry away. */
export interface CarriedFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** ASCII, for the header. */
  readonly name: string;
}

const JSON_TYPE = 'application/json';

/** Sets and versions as files. */
@Injectable()
export class SetFiles {
  constructor(
    private readonly sets: BankSetService,
    private readonly working: WorkingSets,
    private readonly releases: ReleasesApi,
  ) {}

  async release(setId: string, version: string): Promise<Result<CarriedFile>> {
    const text = await this.releases.file(setId, version);
    if (text === null) return refuse('question_set_unknown');
    return accept({ bytes: Buffer.from(text), type: JSON_TYPE, name: `${setId}-${version}.json` });
  }

  async workingSet(setId: string, _format: 'xlsx' | 'json'): Promise<Result<CarriedFile>> {
    const row = await this.sets.find(setId);
    if (row === null) return refuse('set_unknown');
    const { set } = await this.working.load(row);
    return accept({ bytes: Buffer.from(canonicalJson(set)), type: JSON_TYPE, name: `${setId}.json` });
  }

  async template(): Promise<CarriedFile> {
    return { bytes: Buffer.from(''), type: JSON_TYPE, name: 'template.json' };
  }
}
