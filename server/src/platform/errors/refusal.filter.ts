import type { Refusal } from '@anquanli/contract/error.js';
import type { ErrorCode } from '@anquanli/contract/vocabulary.js';
import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../database/database-errors.js';
import { Log } from '../logging/log.js';
import { Random } from '../random/random.js';
import { RefusalError } from './refusal-error.js';
import { statusOf } from './status-of.js';

/** Turns whatever was thrown into a Refusal. What nobody expected is logged and gets a `ref` that finds the line. */
@Injectable()
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly random: Random,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = this.refusalOf(error, request);
    if (refusal.details?.retryAfterMs !== undefined) {
      reply.header('retry-after', Math.ceil(refusal.details.retryAfterMs / 1_000));
    }
    // A route that answers with a file has said so already: its headers are not those of a refusal.
    reply.removeHeader('content-disposition').type('application/json; charset=utf-8');
    reply.status(statusOf(refusal.code)).send(refusal);
  }

  private refusalOf(error: unknown, request: FastifyRequest): Refusal {
    if (error instanceof RefusalError) {
      return { ok: false, code: error.code, ...(error.details && { details: error.details }) };
    }
    const expected = codeOfFrameworkError(error);
    if (expected !== null) {
      return { ok: false, code: expected };
    }
    const ref = this.random.hex(6);
    this.log.error(
      { err: error, ref, requestId: request.id, method: request.method, route: request.routeOptions.url },
      'request failed',
    );
    // The database is away, perhaps for seconds: worth another try.
    return { ok: false, code: isDatabaseAway(error) ? 'server_busy' : 'internal', ref };
  }
}

/** Fastify's and Nest's own refusals: unknown path, body too large or not JSON. */
function codeOfFrameworkError(error: unknown): ErrorCode | null {
  const status = statusIn(error);
  if (status === 404) {
    return 'not_found';
  }
  if (status === 413) {
    return 'payload_too_large';
  }
  return status !== null && status >= 400 && status < 500 ? 'invalid_input' : null;
}

function statusIn(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) {
    return null;
  }
  if ('statusCode' in error && typeof error.statusCode === 'number') {
    return error.statusCode;
  }
  return 'status' in error && typeof error.status === 'number' ? error.status : null;
}
