import type { InputOf } from '@anquanli/contract/exchange';
import { roundRoutes } from '@anquanli/contract/rounds';
import { Controller, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../../domain/identity/actor.js';
import { valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { CurrentActor, Input } from '../../../platform/http/parameters.js';
import { XLSX_TYPE } from '../../../platform/spreadsheet/workbook.js';
import { ExportService } from '../results/export/export.service.js';
import { RehearsalService } from './rehearsal.service.js';
import { ResultsService } from '../results/results.service.js';
import { RoundAdminService } from './round-admin.service.js';
import { RoundDescriptions } from './round-descriptions.service.js';
import { RoundRemoval } from './round-removal.service.js';

/** The organisers' routes. */
@Controller()
export class RoundController {
  constructor(
    private readonly admin: RoundAdminService,
    private readonly descriptions: RoundDescriptions,
    private readonly removal: RoundRemoval,
    private readonly rehearsals: RehearsalService,
    private readonly results: ResultsService,
    private readonly exports: ExportService,
  ) {}

  @Handles(roundRoutes.list)
  list(@Input() { query }: InputOf<typeof roundRoutes.list>, @CurrentActor() actor: Actor) {
    return this.admin.list(actor, query.before === undefined ? null : Number(query.before));
  }

  @Handles(roundRoutes.create)
  async create(@Input() { body }: InputOf<typeof roundRoutes.create>, @CurrentActor() actor: Actor) {
    return valueOf(await this.admin.create(actor, body));
  }

  @Handles(roundRoutes.get)
  async get(@Input() { params }: InputOf<typeof roundRoutes.get>, @CurrentActor() actor: Actor) {
    return this.descriptions.detail(valueOf(await this.admin.find(actor, 'rounds.read', params.roundId)));
  }

  @Handles(roundRoutes.update)
  async update(@Input() { params, body }: InputOf<typeof roundRoutes.update>, @CurrentActor() actor: Actor) {
    const row = valueOf(await this.admin.find(actor, 'rounds.change', params.roundId));
    return valueOf(await this.admin.update(row, body));
  }

  @Handles(roundRoutes.remove)
  async remove(@Input() { params }: InputOf<typeof roundRoutes.remove>, @CurrentActor() actor: Actor) {
    const row = valueOf(await this.admin.find(actor, 'rounds.delete', params.roundId));
    await this.removal.remove(row.id);
    return { ok: true };
  }

  @Handles(roundRoutes.again)
  async again(@Input() { params }: InputOf<typeof roundRoutes.again>, @CurrentActor() actor: Actor) {
    const row = valueOf(await this.admin.find(actor, 'rounds.read', params.roundId));
    return valueOf(await this.admin.again(actor, row));
  }

  @Handles(roundRoutes.rehearse)
  async rehearse(@Input() { params }: InputOf<typeof roundRoutes.rehearse>, @CurrentActor() actor: Actor) {
    const row = valueOf(await this.admin.find(actor, 'rounds.change', params.roundId));
    const rehearsal = valueOf(await this.admin.rehearsalOf(row));
    await this.rehearsals.begin(rehearsal);
    return this.descriptions.detail(rehearsal);
  }

  @Handles(roundRoutes.results)
  async resultsOf(@Input() { params, query }: InputOf<typeof roundRoutes.results>, @CurrentActor() actor: Actor) {
    const found = valueOf(await this.admin.find(actor, 'rounds.read', params.roundId));
    const { row, ...results } = valueOf(await this.results.of(found.id, Number(query.offset ?? 0)));
    return { round: await this.descriptions.detail(row), ...results };
  }

  @Handles(roundRoutes.export)
  async export(@Input() { params, query }: InputOf<typeof roundRoutes.export>, @CurrentActor() actor: Actor) {
    const row = valueOf(await this.admin.find(actor, 'rounds.export', params.roundId));
    const workbook = await this.exports.workbook(row.id, query.language);
    return new StreamableFile(workbook, { type: XLSX_TYPE, disposition: 'attachment; filename="round.xlsx"' });
  }
}
