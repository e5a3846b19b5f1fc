import { errorCode } from '../errors/error-code.js';

const RETRYABLE = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT']);

/** The server has rolled the transaction back (or will): beginning again is safe. */
export function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(errorCode(error) ?? '');
}

const DUPLICATES = new Set(['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);

/** A unique key said no, on either engine. */
export function isDuplicateKey(error: unknown): boolean {
  return DUPLICATES.has(errorCode(error) ?? '');
}

const LOST = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'ER_SERVER_SHUTDOWN',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
]);

/** The connection broke: if that happened during a commit, its outcome is unknown. */
export function isConnectionLost(error: unknown): boolean {
  return LOST.has(errorCode(error) ?? '');
}

const FULL = new Set(['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE']);

/** No room on the disk: for certain nothing of the transaction was kept. */
export function isDiskFull(error: unknown): boolean {
  return FULL.has(errorCode(error) ?? '');
}

/** The database cannot do its work for now, whatever was asked: the same may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  return isConnectionLost(error) || isDiskFull(error);
}
