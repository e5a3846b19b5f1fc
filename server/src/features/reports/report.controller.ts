import type { InputOf } from '@anquanli/contract/exchange.js';
import { reportRoutes as routes } from '@anquanli/contract/reports.js';
import { Controller, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../domain/identity/actor.js';
import { valueOf } from '../../platform/errors/refusal-error.js';
import { Handles } from '../../platform/http/handles.js';
import { CurrentActor, Input } from '../../platform/http/parameters.js';
import { XLSX_TYPE } from '../../platform/spreadsheet/workbook.js';
import { ContestsApi, type ReportedContest } from '../contest/contest.api.js';
import { Bulletins } from './bulletins/bulletins.service.js';
import { Reports } from './spreadsheets/reports.service.js';

/** What is handed in. */
@Controller()
export class ReportController {
  constructor(
    private readonly contests: ContestsApi,
    private readonly reports: Reports,
    private readonly bulletins: Bulletins,
  ) {}

  @Handles(routes.list)
  async list(@Input() { params }: InputOf<typeof routes.list>, @CurrentActor() actor: Actor) {
    return { reports: await this.reports.list(await this.see(actor, params.contestId)) };
  }

  @Handles(routes.make)
  async make(@Input() { params, body }: InputOf<typeof routes.make>, @CurrentActor() actor: Actor) {
    return this.reports.make(actor, await this.see(actor, params.contestId), body.kind, body.language);
  }

  @Handles(routes.file)
  async file(@Input() { params }: InputOf<typeof routes.file>, @CurrentActor() actor: Actor) {
    const contest = await this.see(actor, params.contestId);
    const { bytes, name } = valueOf(await this.reports.file(contest, params.reportId));
    return new StreamableFile(bytes, {
      type: XLSX_TYPE,
      disposition: `attachment; filename="report.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }

  @Handles(routes.remove)
  async remove(@Input() { params }: InputOf<typeof routes.remove>, @CurrentActor() actor: Actor) {
    valueOf(await this.reports.remove(await this.see(actor, params.contestId), params.reportId));
    return { ok: true } as const;
  }

  @Handles(routes.bulletins)
  async bulletinsOf(@Input() { params }: InputOf<typeof routes.bulletins>, @CurrentActor() actor: Actor) {
    const contest = await this.see(actor, params.contestId);
    return { bulletins: await this.bulletins.list(contest), nextAt: this.bulletins.nextAt(contest) };
  }

  @Handles(routes.bulletin)
  async bulletin(@Input() { params }: InputOf<typeof routes.bulletin>, @CurrentActor() actor: Actor) {
    return valueOf(await this.bulletins.read(await this.see(actor, params.contestId), params.week));
  }

  private async see(actor: Actor, contestId: string): Promise<ReportedContest> {
    return valueOf(await this.contests.see(actor, contestId));
  }
}
