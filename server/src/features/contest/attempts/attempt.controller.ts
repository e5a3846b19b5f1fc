import { contestRoutes as routes } from '@anquanli/contract/contest.js';
import type { InputOf } from '@anquanli/contract/exchange.js';
import { Controller } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { valueOf } from '../../../platform/errors/refusal-error.js';
import { Handles } from '../../../platform/http/handles.js';
import { Input, PersonToken } from '../../../platform/http/parameters.js';
import { AttemptPlay } from './attempt-play.service.js';
import { AttemptStart } from './attempt-start.service.js';
import { AttemptView } from './attempt-view.service.js';
import { ContestDoor } from './contest-door.service.js';
import { cardOf, ContestHomeService } from './contest-home.service.js';

/** Contests and papers, on the phone. */
@Controller()
export class AttemptController {
  constructor(
    private readonly door: ContestDoor,
    private readonly homes: ContestHomeService,
    private readonly starts: AttemptStart,
    private readonly play: AttemptPlay,
    private readonly views: AttemptView,
    private readonly clock: Clock,
  ) {}

  @Handles(routes.list)
  async list(@PersonToken() token: string) {
    const contests = await this.door.contestsFor(valueOf(await this.door.person(token)));
    const cards = contests.map((contest) => cardOf(contest, this.clock.now()));
    const order = ['contest', 'preparation', 'study'];
    return { contests: cards.sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage)) };
  }

  @Handles(routes.home)
  async home(@Input() { params }: InputOf<typeof routes.home>, @PersonToken() token: string) {
    return this.homes.of(valueOf(await this.door.visit(token, params.contestId)));
  }

  @Handles(routes.start)
  async start(@Input() { params, body }: InputOf<typeof routes.start>, @PersonToken() token: string) {
    const started = await this.starts.start(token, params.contestId, body.kind, body.deviceId);
    return this.views.of(valueOf(started));
  }

  @Handles(routes.attempt)
  async attempt(@Input() { params }: InputOf<typeof routes.attempt>, @PersonToken() token: string) {
    return this.views.of(valueOf(await this.play.current(token, params.attemptId)));
  }

  @Handles(routes.answer)
  async answer(@Input() { params, body }: InputOf<typeof routes.answer>, @PersonToken() token: string) {
    return valueOf(await this.play.answer(token, params.attemptId, Number(params.lineNo), body.choice));
  }

  @Handles(routes.submit)
  async submit(@Input() { params }: InputOf<typeof routes.submit>, @PersonToken() token: string) {
    return this.views.of(valueOf(await this.play.submit(token, params.attemptId)));
  }
}
