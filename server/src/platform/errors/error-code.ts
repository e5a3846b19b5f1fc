/**
 * The `code` of a system or driver error (`ENOENT`, `ER_DUP_ENTRY`), also when an ORM has wrapped it.
 * Looks at the shape, not the class: errors of native modules may come from another realm.
 */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) {
    return undefined;
  }
  if ('code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return 'driverError' in error ? errorCode(error.driverError) : undefined;
}
