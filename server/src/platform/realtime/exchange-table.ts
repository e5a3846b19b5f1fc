import type { Refusal } from '@anquanli/contract/error';
import type { AckOf, Exchange, RequestOf } from '@anquanli/contract/exchange';
import * as z from 'zod/mini';
import { refuse, type Result } from '../../domain/shared/result.js';
import { isDatabaseAway } from '../database/database-errors.js';
import { fieldAtFault } from '../errors/field-at-fault.js';
import { RefusalError } from '../errors/refusal-error.js';
import type { Log } from '../logging/log.js';
import type { Random } from '../random/random.js';

type Ack = (reply: object) => void;
type Handler<Peer, E extends Exchange> = (peer: Peer, request: RequestOf<E>) => Promise<Result<AckOf<E>>>;

interface Entry<Peer> {
  readonly exchange: Exchange;
  readonly handle: (peer: Peer, request: unknown) => Promise<Result<unknown>>;
}

/** How often each exchange was used by one peer in its present window. */
type Usage = Map<string, { since: number; count: number }>;

/**
 * The socket messages of one audience: each parsed by its schema, held to its policy, and always acknowledged,
 * with `{ ok: true, …reply }` or a refusal.
 */
export class ExchangeTable<Peer extends object> {
  private readonly entries = new Map<string, Entry<Peer>>();
  private readonly usages = new WeakMap<Peer, Usage>();

  constructor(
    private readonly now: () => number,
    private readonly log: Log,
    private readonly random: Random,
  ) {}

  on<E extends Exchange>(exchange: E, handle: Handler<Peer, E>): this {
    this.entries.set(exchange.name, {
      exchange,
      // The schema has just parsed it: this is the one place where a parsed value gets its type back.
      handle: (peer, request) => handle(peer, request as RequestOf<E>),
    });
    return this;
  }

  /** Handles whatever came in; never throws. */
  async dispatch(peer: Peer, name: string, payload: unknown, ack: Ack | undefined): Promise<void> {
    const reply = await this.answer(peer, name, payload);
    ack?.(reply);
  }

  private async answer(peer: Peer, name: string, payload: unknown): Promise<object> {
    const entry = this.entries.get(name);
    if (!entry) return refuse('invalid_input', { path: name.slice(0, 60) });
    const wait = this.waitMs(peer, entry.exchange);
    if (wait > 0) return refuse('too_many_requests', { retryAfterMs: wait });
    const parsed = z.core.safeParse(entry.exchange.request, payload);
    if (!parsed.success) return refuse('invalid_input', { path: fieldAtFault(parsed.error) });
    try {
      const result = await entry.handle(peer, parsed.data);
      return result.ok ? { ok: true, ...(result.value as object) } : result;
    } catch (error) {
      return this.unexpected(error, name);
    }
  }

  private unexpected(error: unknown, name: string): Refusal {
    if (error instanceof RefusalError) return refuse(error.code, error.details);
    const ref = this.random.hex(6);
    this.log.error({ err: error, exchange: name, ref }, 'an exchange failed');
    return { ok: false, code: isDatabaseAway(error) ? 'server_busy' : 'internal', ref };
  }

  private waitMs(peer: Peer, { name, policy }: Exchange): number {
    if (!policy.limit) return 0;
    const usage = this.usages.get(peer) ?? (new Map() as Usage);
    this.usages.set(peer, usage);
    const now = this.now();
    const window = usage.get(name);
    if (!window || now - window.since >= policy.limit.windowMs) {
      usage.set(name, { since: now, count: 1 });
      return 0;
    }
    window.count += 1;
    return window.count > policy.limit.count ? window.since + policy.limit.windowMs - now : 0;
  }
}
