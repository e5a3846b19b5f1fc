import { BANK_LIMITS, bankRoutes, type QuestionFilter } from '@anquanli/contract/bank';
import { call, type Outcome } from '../../../lib/api-client';

/** The ids of everything a filter finds, page by page, up to what may be changed at once. */
export async function allIds(setId: string, filter: QuestionFilter): Promise<Outcome<string[]>> {
  const ids: string[] = [];
  for (;;) {
    const query = { ...filter, offset: String(ids.length) };
    const page = await call(bankRoutes.questions, { params: { setId }, query });
    if (!page.ok) return page;
    ids.push(...page.value.questions.map(({ id }) => id));
    const isEnd = page.value.questions.length === 0 || ids.length >= page.value.total;
    if (isEnd || ids.length >= BANK_LIMITS.bulk) return { ok: true, value: ids.slice(0, BANK_LIMITS.bulk) };
  }
}
