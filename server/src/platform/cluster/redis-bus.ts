import * as z from 'zod/mini';
import type { Log } from '../logging/log.js';
import { Bus } from './bus.js';
import type { RedisConnection } from './redis-connection.js';

/** So often each process says that it is there; it hears itself when Redis passes news on. */
const BEAT_MS = 500;
/** Without an echo for so long nothing is passed on. */
const DEAF_MS = 2_000;
const BEAT = 'beat';

const Envelope = z.object({
  from: z.string().check(z.maxLength(64)),
  seq: z.number(),
  name: z.string().check(z.maxLength(64)),
  news: z.unknown(),
});

/** News by Redis pub/sub. Every message is numbered, so that a lost one is noticed with the next, half a second later. */
export class RedisBus extends Bus {
  readonly isAlone = false;
  private readonly heard = new Map<string, number>();
  private seq = 0;
  private echoAt = -Infinity;
  private timer: NodeJS.Timeout | null = null;

  private constructor(
    readonly nodeId: string,
    private readonly redis: RedisConnection,
    private readonly channel: string,
    private readonly log: Log,
  ) {
    super();
  }

  /** Listens before it resolves. `system` names those who belong together, where several share one Redis. */
  static async open(redis: RedisConnection, { nodeId, system }: { nodeId: string; system: string }, log: Log) {
    const bus = new RedisBus(nodeId, redis, `${system}:news`, log);
    await redis.listening.subscribe(bus.channel, (text) => bus.receive(text));
    bus.timer = setInterval(() => bus.send(BEAT, null), BEAT_MS);
    bus.send(BEAT, null);
    return bus;
  }

  get isOpen(): boolean {
    return performance.now() - this.echoAt < DEAF_MS;
  }

  async close(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    return Promise.resolve();
  }

  protected send(name: string, news: unknown): void {
    if (this.timer === null) return;
    this.seq += 1;
    const text = JSON.stringify({ from: this.nodeId, seq: this.seq, name, news });
    // The connection says in the log when it fails; what is lost is noticed by its number.
    this.redis.asking.publish(this.channel, text).catch(() => undefined);
  }

  private receive(text: string): void {
    const envelope = z.safeParse(Envelope, parsed(text));
    if (!envelope.success) return this.log.warn({ channel: this.channel }, 'news that cannot be read');
    const { from, seq, name, news } = envelope.data;
    const before = this.heard.get(from);
    this.heard.set(from, seq);
    if (from === this.nodeId) this.echoAt = performance.now();
    else this.pass(name, news, from);
    // After what has just come, so that all that is known is known.
    if (before !== undefined && seq !== before + 1) this.gapEnded();
  }

  private pass(name: string, news: unknown, from: string): void {
    const about = this.topicNamed(name);
    if (about === undefined) return;
    const checked = about.schema.safeParse(news);
    if (checked.success) this.deliver(name, checked.data, from);
    else this.log.warn({ name, from }, 'news of another version');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
