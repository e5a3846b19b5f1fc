import { createHash } from 'node:crypto';
import type { RedisConnection } from '../cluster/redis-connection.js';
import { inTime } from './in-time.js';

/** A program for Redis, which runs it whole before anything else. It finds its key at KEYS[1]; keys that begin with that one are its own as well. */
export class HotScript {
  readonly sha: string;

  constructor(readonly text: string) {
    this.sha = createHash('sha1').update(text).digest('hex');
  }
}

/** The client's own limit ends with the writing of a command: a Redis that hangs would be waited for until the connection is given up. */
const ANSWER_MS = 1_000;
/** After a failure Redis is not asked for so long: what hangs must not make everybody hang. */
const REST_MS = 1_000;

/** Memory that the processes of a system share. It may be flushed, late or gone at any time: what is in it can be made anew. */
export class HotState {
  private restUntil = -Infinity;

  /** `system` names those who belong together, where several share one Redis. */
  constructor(
    private readonly redis: RedisConnection,
    private readonly system: string,
  ) {}

  /** What the program answers; throws when Redis does not answer, at once when it did not a moment ago. */
  async run(script: HotScript, key: string, args: readonly (string | number)[]): Promise<unknown> {
    this.refuseWhileResting();
    try {
      return await inTime(ANSWER_MS, this.send(script, key, args));
    } catch (error) {
      this.restUntil = performance.now() + REST_MS;
      throw error;
    }
  }

  /** Throws when Redis did not answer a moment ago: for work that would be done in vain. */
  refuseWhileResting(): void {
    if (performance.now() < this.restUntil) throw new Error('Redis did not answer a moment ago');
  }

  private async send(script: HotScript, key: string, args: readonly (string | number)[]): Promise<unknown> {
    const options = { keys: [`${this.system}:${key}`], arguments: args.map(String) };
    try {
      return await this.redis.asking.evalSha(script.sha, options);
    } catch (error) {
      // Redis forgets programs with a restart.
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return this.redis.asking.eval(script.text, options);
    }
  }
}
