import { errorCode } from '../errors/error-code.js';

export interface ShownError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
}

/**
 * An error as the log may show it. Errors of databases carry the statement and its values, so of these only the
 * class, the code and the message without what stands in quotes are kept.
 */
export function shownError(error: unknown): ShownError {
  if (typeof error !== 'object' || error === null || !('message' in error)) {
    return { type: typeof error, message: 'something other than an error was thrown' };
  }
  const code = errorCode(error);
  const message = String(error.message);
  return {
    type: error.constructor.name,
    message: isFromDatabase(error) ? message.replace(/'[^']*'|"[^"]*"/g, "'…'") : message,
    ...(code !== undefined && { code }),
    ...('stack' in error && { stack: framesOf(String(error.stack)) }),
  };
}

function isFromDatabase(error: object): boolean {
  return 'driverError' in error || 'sql' in error || 'query' in error;
}

/** The stack begins with the message, which may not be shown as it is. */
function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
