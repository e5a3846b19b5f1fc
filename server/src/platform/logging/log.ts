import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from '../config/config.js';
import { shownError } from './shown-error.js';

/** Keys whose values never reach a log line, wherever they hang: secrets and people's names. */
const SECRET_KEYS = ['token', 'personToken', 'password', 'passwordHash', 'name', 'secret', 'cookie', 'authorization'];

/** The server's log: one JSON object a line. Also the token under which it is injected. */
export abstract class Log {
  abstract debug(fields: object, message: string): void;
  abstract info(fields: object, message: string): void;
  abstract warn(fields: object, message: string): void;
  abstract error(fields: object, message: string): void;
}

export function createLog(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    serializers: { err: shownError },
    redact: {
      paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
      censor: '[hidden]',
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
