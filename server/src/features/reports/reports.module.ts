import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { UnitsModule } from '../units/units.module.js';
import { ContestModule } from '../contest/contest.module.js';

@Module({ imports: [IdentityModule, UnitsModule, ContestModule] })
export class ReportsModule {}
