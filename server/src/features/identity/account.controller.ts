import type { InputOf, ReplyOf } from '@anquanli/contract/exchange.js';
import { type Account, identityRoutes as routes } from '@anquanli/contract/identity.js';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../domain/identity/actor.js';
import { valueOf } from '../../platform/errors/refusal-error.js';
import { Handles } from '../../platform/http/handles.js';
import { CurrentActor, Input } from '../../platform/http/parameters.js';
import { clearedSessionCookie, sessionIdFromCookie } from '../../platform/http/session-cookie.js';
import { AccountService } from './account.service.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';

/** The own account, and those an admin looks after. */
@Controller()
export class AccountController {
  constructor(
    private readonly accounts: AccountService,
    private readonly sessions: SessionService,
    private readonly signInService: SignInService,
  ) {}

  @Handles(routes.signOutEverywhere)
  async signOutEverywhere(
    @CurrentActor() { accountId }: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplyOf<typeof routes.signOutEverywhere>> {
    await this.sessions.end({ accountId });
    reply.header('set-cookie', clearedSessionCookie());
    return { ok: true };
  }

  @Handles(routes.changePassword)
  async changePassword(
    @CurrentActor() { accountId }: Actor,
    @Input() { body }: InputOf<typeof routes.changePassword>,
    @Req() request: FastifyRequest,
  ): Promise<ReplyOf<typeof routes.changePassword>> {
    const sessionId = sessionIdFromCookie(request.headers) ?? '';
    valueOf(await this.signInService.changePassword({ accountId, sessionId, ...body }));
    return { ok: true };
  }

  @Handles(routes.listAccounts)
  async listAccounts(): Promise<ReplyOf<typeof routes.listAccounts>> {
    return { accounts: await this.accounts.list() };
  }

  @Handles(routes.createAccount)
  async createAccount(@Input() { body }: InputOf<typeof routes.createAccount>): Promise<Account> {
    return valueOf(await this.accounts.create(body));
  }

  @Handles(routes.updateAccount)
  async updateAccount(@Input() { params, body }: InputOf<typeof routes.updateAccount>): Promise<Account> {
    return valueOf(await this.accounts.change(params.accountId, body));
  }
}
