import { Module } from '@nestjs/common';
import { IdentityResolver } from '../../platform/http/identity-resolver.js';
import { AccountController } from './account.controller.js';
import { AccountRepository } from './account.repository.js';
import { AccountService } from './account.service.js';
import { CaptainService } from './captain.service.js';
import { CaptainsApi } from './captains.api.js';
import { CookieIdentity } from './cookie-identity.service.js';
import { IdentityEvents } from './identity-events.service.js';
import { IdentityApi } from './identity.api.js';
import { IdentityService } from './identity.service.js';
import { PasswordService } from './password.service.js';
import { SessionController } from './session.controller.js';
import { SessionRepository } from './session.repository.js';
import { SessionService } from './session.service.js';
import { SetupService } from './setup.service.js';
import { SignInService } from './sign-in.service.js';

@Module({
  controllers: [SessionController, AccountController],
  providers: [
    AccountRepository,
    AccountService,
    IdentityEvents,
    PasswordService,
    SessionRepository,
    SessionService,
    SetupService,
    SignInService,
    { provide: CaptainsApi, useClass: CaptainService },
    { provide: IdentityApi, useClass: IdentityService },
    { provide: IdentityResolver, useClass: CookieIdentity },
  ],
  exports: [CaptainsApi, IdentityApi, IdentityResolver, SetupService],
})
export class IdentityModule {}
