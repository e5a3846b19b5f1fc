import type { InputOf, ReplyOf } from '@anquanli/contract/exchange.js';
import { identityRoutes as routes, type Me } from '@anquanli/contract/identity.js';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Result } from '../../domain/shared/result.js';
import { valueOf } from '../../platform/errors/refusal-error.js';
import { Handles } from '../../platform/http/handles.js';
import { Input } from '../../platform/http/parameters.js';
import { clearedSessionCookie, sessionIdFromCookie } from '../../platform/http/session-cookie.js';
import { shown } from './account.service.js';
import type { AccountEntity } from './entities/account.entity.js';
import { SessionService } from './session.service.js';
import { SetupService } from './setup.service.js';
import { SignInService } from './sign-in.service.js';

/** Coming and going: set-up, signing in and out. */
@Controller()
export class SessionController {
  constructor(
    private readonly setupService: SetupService,
    private readonly signInService: SignInService,
    private readonly sessions: SessionService,
  ) {}

  @Handles(routes.setupState)
  async setupState(): Promise<ReplyOf<typeof routes.setupState>> {
    return { isNeeded: await this.setupService.isNeeded() };
  }

  @Handles(routes.setup)
  async setup(
    @Input() { body }: InputOf<typeof routes.setup>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.welcome(await this.setupService.setUp(body), request, reply);
  }

  @Handles(routes.signIn)
  async signIn(
    @Input() { body }: InputOf<typeof routes.signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.welcome(await this.signInService.signIn(body.name, body.password), request, reply);
  }

  @Handles(routes.me)
  async me(@Req() request: FastifyRequest): Promise<Me> {
    const found = await this.sessions.of(request.headers.cookie);
    return { account: found && shown(found.account), remoteRoundId: found && found.session.roundId };
  }

  @Handles(routes.signOut)
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplyOf<typeof routes.signOut>> {
    await this.endOwn(request);
    reply.header('set-cookie', clearedSessionCookie());
    return { ok: true };
  }

  /** The browser gets its new session; the one it came with, whoever's it was, ends. */
  private async welcome(
    signedIn: Result<{ account: AccountEntity; cookie: string }>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Me> {
    const { account, cookie } = valueOf(signedIn);
    await this.endOwn(request);
    reply.header('set-cookie', cookie);
    return { account: shown(account), remoteRoundId: null };
  }

  private async endOwn(request: FastifyRequest): Promise<void> {
    const sessionId = sessionIdFromCookie(request.headers);
    if (sessionId !== null) {
      await this.sessions.end({ sessionId });
    }
  }
}
