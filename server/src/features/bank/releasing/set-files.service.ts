import { exportSetJson } from '@anquanli/question-bank/formats/export-json.js';
import { exportWorkbook } from '@anquanli/question-bank/formats/export-workbook.js';
import { templateWorkbook } from '@anquanli/question-bank/formats/template-workbook.js';
import { packRelease } from '@anquanli/question-bank/release-parcel.js';
import type { QuestionSet } from '@anquanli/question-bank/schema.js';
import { Injectable } from '@nestjs/common';
import { XLSX_TYPE } from '../../../platform/spreadsheet/workbook.js';
import { accept, refuse, type Result } from '../../../domain/shared/result.js';
import { MediaApi } from '../../questions/media/media.api.js';
import { ReleasesApi, type ReleaseStamp } from '../../questions/releases.api.js';
import { chinaDay } from '../questions/china-day.js';
import { BankSetService } from '../sets/bank-set.service.js';
import { RegistryRepository } from '../sets/registry.repository.js';
import { WorkingSets } from '../sets/working-set.service.js';

/** A file for an admin to carry away. */
export interface CarriedFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** ASCII, for the header. */
  readonly name: string;
}

/** Sets and versions as files. */
@Injectable()
export class SetFiles {
  constructor(
    private readonly sets: BankSetService,
    private readonly working: WorkingSets,
    private readonly releases: ReleasesApi,
    private readonly registry: RegistryRepository,
    private readonly media: MediaApi,
  ) {}

  /** A released version with its pictures, for `npm run bank -- add-release`. */
  async release(setId: string, version: string): Promise<Result<CarriedFile>> {
    const set = await this.releases.document(setId, version);
    const stamp = (await this.releases.list(setId)).find((one) => one.version === version);
    if (set === null || stamp === undefined) return refuse('question_set_unknown');
    const bytes = packRelease({ set, note: noteOf(stamp), media: await this.picturesOf(set) });
    return accept({ bytes, type: 'application/zip', name: `${setId}-${version}.zip` });
  }

  async workingSet(setId: string, format: 'xlsx' | 'json'): Promise<Result<CarriedFile>> {
    const row = await this.sets.find(setId);
    if (row === null) return refuse('set_unknown');
    const { set } = await this.working.load(row);
    if (format === 'json') {
      const bytes = Buffer.from(exportSetJson(set));
      return accept({ bytes, type: 'application/json', name: `${setId}.json` });
    }
    const bytes = exportWorkbook(set.questions, await this.registryOf());
    return accept({ bytes, type: XLSX_TYPE, name: `${setId}.xlsx` });
  }

  async template(): Promise<CarriedFile> {
    return { bytes: templateWorkbook(await this.registryOf()), type: XLSX_TYPE, name: 'anquanli-template.xlsx' };
  }

  private async registryOf() {
    return { categories: await this.registry.categories(), sources: await this.registry.sources() };
  }

  private async picturesOf(set: QuestionSet): Promise<Map<string, Uint8Array>> {
    const pictures = new Map<string, Uint8Array>();
    for (const { path, sha256 } of set.media) {
      const bytes = await this.media.bytes(sha256.replace(/^sha256:/, ''));
      if (bytes === null) throw new Error(`${path} of ${set.id} ${set.version} is not among the pictures`);
      pictures.set(path, bytes);
    }
    return pictures;
  }
}

function noteOf({ releasedAt, withdrawal }: ReleaseStamp) {
  const releasedOn = chinaDay(releasedAt);
  if (withdrawal === null) return { releasedOn };
  return { releasedOn, withdrawal: { on: chinaDay(withdrawal.at), reason: withdrawal.reason } };
}
