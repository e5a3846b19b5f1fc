import { bankImportRoutes as routes } from '@anquanli/contract/bank-imports.js';
import type { InputOf } from '@anquanli/contract/exchange.js';
import { refusedWorkbook } from '@anquanli/question-bank/formats/refused-workbook.js';
import { Controller, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { RefusalError, valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { CurrentActor, Input } from '../../../platform/http/parameters.js';
import { XLSX_TYPE } from '../../../platform/spreadsheet/workbook.js';
import { ImportCommit } from './import-commit.service.js';
import { ImportItems } from './import-items.service.js';
import { ImportsService } from './imports.service.js';

/** Files of admins on their way into a set. */
@Controller()
export class ImportController {
  constructor(
    private readonly imports: ImportsService,
    private readonly items: ImportItems,
    private readonly commits: ImportCommit,
  ) {}

  @Handles(routes.list)
  async list() {
    return { imports: await this.imports.list() };
  }

  @Handles(routes.start)
  async start(@Input() { body }: InputOf<typeof routes.start>, @CurrentActor() actor: Actor) {
    return valueOf(await this.imports.start(body, actor.accountId));
  }

  @Handles(routes.get)
  async get(@Input() { params }: InputOf<typeof routes.get>) {
    return valueOf(await this.imports.detail(params.importId));
  }

  @Handles(routes.items)
  async itemsOf(@Input() { params, query }: InputOf<typeof routes.items>) {
    return valueOf(await this.items.page(params.importId, query.view, Number(query.offset ?? 0)));
  }

  @Handles(routes.choose)
  async choose(@Input() { params, body }: InputOf<typeof routes.choose>, @CurrentActor() actor: Actor) {
    return valueOf(await this.imports.choose(params.importId, body.version, body.choices, actor.accountId));
  }

  @Handles(routes.repair)
  async repair(@Input() { params, body }: InputOf<typeof routes.repair>, @CurrentActor() actor: Actor) {
    const { version, ...repair } = body;
    // A row that is not there is refused before anything is kept of it.
    valueOf(await this.items.one(params.importId, repair.ref));
    const detail = valueOf(await this.imports.repair(params.importId, version, repair, actor.accountId));
    return { detail, item: valueOf(await this.items.one(params.importId, repair.ref)) };
  }

  @Handles(routes.commit)
  async commit(@Input() { params, body }: InputOf<typeof routes.commit>, @CurrentActor() actor: Actor) {
    const { version, leaveOut } = body;
    const done = valueOf(await this.commits.commit(params.importId, version, leaveOut, actor.accountId));
    return { detail: valueOf(await this.imports.detail(params.importId)), ...done };
  }

  @Handles(routes.refused)
  async refused(@Input() { params, query }: InputOf<typeof routes.refused>) {
    const { result } = valueOf(await this.items.readingOf(params.importId));
    const workbook = refusedWorkbook(result.refused, result.problems, query.language);
    return new StreamableFile(workbook, { type: XLSX_TYPE, disposition: 'attachment; filename="refused.xlsx"' });
  }

  @Handles(routes.remove)
  async remove(@Input() { params }: InputOf<typeof routes.remove>) {
    if ((await this.imports.find(params.importId)) === null) throw new RefusalError('not_found');
    await this.imports.remove(params.importId);
    return { ok: true };
  }
}
