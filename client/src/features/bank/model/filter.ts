import * as z from 'zod/mini';
import { QuestionFilter } from '@anquanli/contract/bank';

/** The filter of the list and the query of its address say the same, so that a list can be sent to somebody. */
const NAMES = Object.keys(QuestionFilter.shape) as (keyof QuestionFilter)[];

/** Reads a query; what does not fit is left out, the rest counts. */
export function filterOf(query: string): QuestionFilter {
  const search = new URLSearchParams(query);
  const fitting = NAMES.flatMap((name) => {
    const value = search.get(name);
    return value !== null && value !== '' && z.safeParse(QuestionFilter, { [name]: value }).success
      ? [[name, value] as const]
      : [];
  });
  return QuestionFilter.parse(Object.fromEntries(fitting));
}

/** "?text=…&kind=…" in a fixed order, or an empty text for no filter. */
export function queryOf(filter: QuestionFilter): string {
  const search = new URLSearchParams();
  for (const name of NAMES) {
    const value = filter[name];
    if (value !== undefined && value !== '' && !(name === 'offset' && value === '0')) search.set(name, value);
  }
  const query = search.toString();
  return query === '' ? '' : `?${query}`;
}

/** Another filter begins at its first page. `''` takes a part away. */
export function withPart(filter: QuestionFilter, part: Partial<Record<keyof QuestionFilter, string>>): QuestionFilter {
  const next = filterOf(new URLSearchParams({ ...filter, ...part }).toString());
  return 'offset' in part ? next : { ...next, offset: undefined };
}

/** Is anything but the page asked for? */
export function isFiltered(filter: QuestionFilter): boolean {
  return NAMES.some((name) => name !== 'offset' && filter[name] !== undefined);
}
