import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/** Nest's own words, as lines of our log. */
export class NestLog implements LoggerService {
  constructor(private readonly sink: Log) {}

  log(message: unknown, context?: unknown): void {
    this.sink.debug({ context }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.sink.warn({ context }, String(message));
  }

  error(message: unknown, stack?: unknown, context?: unknown): void {
    this.sink.error({ context, stack }, String(message));
  }
}
