import { Module } from '@nestjs/common';
import { ContestModule } from '../contest/contest.module.js';
import { IdentityModule } from '../identity/identity.module.js';
import { UnitsModule } from '../units/units.module.js';
import { Bulletins } from './bulletins/bulletins.service.js';
import { ReportController } from './report.controller.js';
import { ReportMaker } from './spreadsheets/report-maker.service.js';
import { Reports } from './spreadsheets/reports.service.js';

@Module({
  imports: [IdentityModule, UnitsModule, ContestModule],
  controllers: [ReportController],
  providers: [Bulletins, ReportMaker, Reports],
})
export class ReportsModule {}
