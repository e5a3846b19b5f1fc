import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.js';
import { PeopleModule } from '../people/people.api.js';
import { CaptainController } from './captains/captain.controller.js';
import { PersonClaims } from './claims/person-claims.service.js';
import { RecoveryService } from './claims/recovery.service.js';
import { UnitCodeController } from './codes/unit-code.controller.js';
import { UnitCodes } from './codes/unit-codes.service.js';
import { UnitDoor } from './codes/unit-door.service.js';
import { TableFiles } from './files/table-files.service.js';
import { UnitExports } from './files/unit-export.service.js';
import { UnitFileController } from './files/unit-file.controller.js';
import { UnitImports } from './files/unit-import.service.js';
import { UnitStepWriter } from './files/unit-step-writer.service.js';
import { OwnPageController } from './participants/own-page.controller.js';
import { OwnPageService } from './participants/own-page.service.js';
import { ParticipantsService } from './participants/participants.service.js';
import { PeopleDeskController } from './participants/people-desk.controller.js';
import { PeopleDesk } from './participants/people-desk.service.js';
import { RegistrationController } from './participants/registration.controller.js';
import { RegistrationService } from './participants/registration.service.js';
import { RosterExports } from './rosters/roster-export.service.js';
import { RosterImports } from './rosters/roster-import.service.js';
import { RosterStepWriter } from './rosters/roster-step-writer.service.js';
import { RosterController } from './rosters/roster.controller.js';
import { Rosters } from './rosters/rosters.service.js';
import { UnitGate } from './rosters/unit-gate.service.js';
import { UnitEditService } from './tree/unit-edit.service.js';
import { UnitListService } from './tree/unit-list.service.js';
import { UnitLog } from './tree/unit-log.service.js';
import { UnitMergerService } from './tree/unit-merger.service.js';
import { UnitTreeService } from './tree/unit-tree.service.js';
import { UnitController } from './tree/unit.controller.js';
import { ParticipantsApi, UnitsApi } from './units.api.js';

@Module({
  imports: [IdentityModule, PeopleModule],
  controllers: [
    UnitController,
    UnitCodeController,
    UnitFileController,
    RosterController,
    CaptainController,
    RegistrationController,
    OwnPageController,
    PeopleDeskController,
  ],
  providers: [
    OwnPageService,
    ParticipantsService,
    PeopleDesk,
    PersonClaims,
    RecoveryService,
    RegistrationService,
    RosterExports,
    RosterImports,
    Rosters,
    RosterStepWriter,
    TableFiles,
    UnitCodes,
    UnitDoor,
    UnitEditService,
    UnitExports,
    UnitGate,
    UnitImports,
    UnitListService,
    UnitLog,
    UnitMergerService,
    UnitStepWriter,
    UnitTreeService,
    { provide: UnitsApi, useExisting: UnitTreeService },
    { provide: ParticipantsApi, useExisting: ParticipantsService },
  ],
  exports: [UnitsApi, ParticipantsApi],
})
export class UnitsModule {}
