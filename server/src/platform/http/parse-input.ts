import type { InputOf, Route } from '@anquanli/contract/exchange.js';
import * as z from 'zod/mini';
import { fieldAtFault } from '../errors/field-at-fault.js';
import { RefusalError } from '../errors/refusal-error.js';

type Part = 'params' | 'query' | 'body';

/** Parses what a request brings by the schemas of its route. A part without a schema must be empty. */
export function parseInput(route: Route, raw: Readonly<Record<Part, unknown>>): InputOf<Route> {
  return {
    params: parsePart(route, 'params', raw.params),
    query: parsePart(route, 'query', raw.query),
    body: parsePart(route, 'body', raw.body),
  };
}

function parsePart(route: Route, part: Part, value: unknown): unknown {
  const schema = route[part];
  if (schema === undefined) {
    if (isEmpty(value)) {
      return undefined;
    }
    throw new RefusalError('invalid_input', { path: part });
  }
  const parsed = z.safeParse(schema, value ?? {});
  if (parsed.success) {
    return parsed.data;
  }
  throw new RefusalError('invalid_input', { path: fieldAtFault(parsed.error, part) });
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}
