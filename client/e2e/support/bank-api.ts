import type { BankLine, BlindAnswer, BlindQuestion, DeskQuestion } from '@anquanli/contract/bank';
import type { Hall } from '../fixtures';

/** What a test does with the bank behind the desk's back: the long way is walked once in the browser, not for every question. */
export interface BankApi {
  createSet(setId: string, title: string): Promise<void>;
  /** Every draft of the set goes to review. */
  sendAllToReview(setId: string): Promise<void>;
  /** Everything that waits for review is answered blind as its key says, source-checked and approved. */
  reviewAll(setId: string): Promise<number>;
  question(setId: string, stem: string): Promise<DeskQuestion>;
}

export function bankApi({ localUrl, session }: Hall): BankApi {
  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const reply = await fetch(localUrl + path, {
      method,
      headers: {
        origin: localUrl,
        cookie: `${session.name}=${session.value}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as T;
  }
  const lines = async (setId: string, query: string) =>
    (await ask<{ questions: BankLine[] }>('GET', `/api/bank/sets/${setId}/questions?${query}`)).questions;
  const one = (setId: string, id: string) => ask<DeskQuestion>('GET', `/api/bank/sets/${setId}/questions/${id}`);

  return {
    async createSet(setId, title) {
      const described = { description: '', licence: 'CC-BY-4.0', legalBasisDate: '2026-11-01' };
      await ask('POST', '/api/bank/sets', { setId, title, ...described });
    },
    async sendAllToReview(setId) {
      const drafts = await lines(setId, 'status=draft');
      const questionIds = drafts.map(({ id }) => id);
      await ask('POST', `/api/bank/sets/${setId}/questions/bulk`, { questionIds, move: 'in-review' });
    },
    async reviewAll(setId) {
      const waiting = await lines(setId, 'status=in-review');
      for (const { id } of waiting) {
        const at = `/api/bank/sets/${setId}/questions/${id}`;
        const { question: blind } = await ask<{ question: BlindQuestion }>(
          'GET',
          `/api/bank/sets/${setId}/review?only=${id}`,
        );
        const { question } = await one(setId, id);
        const answered = await ask<{ desk: DeskQuestion }>('POST', `${at}/blind-answer`, {
          version: blind.version,
          answer: rightAnswer(question),
        });
        const checked = await ask<DeskQuestion>('POST', `${at}/source-check`, {
          version: answered.desk.version,
          agrees: true,
        });
        await ask('POST', `${at}/status`, { version: checked.version, change: { to: 'approved' } });
      }
      return waiting.length;
    },
    async question(setId, stem) {
      const [line] = await lines(setId, `text=${encodeURIComponent(stem)}`);
      if (line === undefined) throw new Error(`No question “${stem}”`);
      return one(setId, line.id);
    },
  };
}

function rightAnswer(question: DeskQuestion['question']): BlindAnswer {
  switch (question.type) {
    case 'single':
      return { option: question.answer.option };
    case 'multiple':
      return { options: question.answer.options };
    case 'boolean':
      return { value: question.answer.value };
    default:
      throw new Error(`No answer for ${question.type}`);
  }
}
