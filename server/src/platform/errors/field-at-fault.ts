import type * as z from 'zod/mini';

/** The path of the first field that a schema refused, `autopilot.isOn`; of an unknown key its name. At most 200 characters. */
export function fieldAtFault(error: z.core.$ZodError, ...within: string[]): string {
  const issue = error.issues[0];
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...within, ...(issue?.path ?? []), ...unknownKey].map(String).join('.').slice(0, 200);
}
