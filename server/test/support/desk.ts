import type { BankSet, BlindAnswer, DeskQuestion } from '@anquanli/contract/bank.js';
import type { QuestionContent } from '@anquanli/question-bank/schema.js';
import type { Browser } from './browser.js';

/** A single choice as an admin writes it: complete, so that only its checks are missing. */
export function aContent(changes: Partial<Extract<QuestionContent, { type: 'single' }>> = {}): QuestionContent {
  return {
    type: 'single',
    stem: '油锅起火时应当怎么做？',
    options: [
      { id: 'a', text: '盖上锅盖并关火' },
      { id: 'b', text: '马上往锅里浇水' },
      { id: 'c', text: '端起锅跑到室外' },
      { id: 'd', text: '打开油烟机排烟' },
    ],
    answer: { option: 'a' },
    explanation: '隔绝空气火就会熄灭，浇水会使热油飞溅。',
    difficulty: 1,
    category: 'fire',
    citations: [{ source: 'gb-30871', locator: '5.2.1' }],
    ...changes,
  };
}

export const aDescription = {
  title: '班组题库',
  description: '',
  licence: 'CC-BY-4.0',
  legalBasisDate: '2026-06-01',
};

/** What an admin does at the desk, over the wire. */
export class Desk {
  constructor(
    readonly browser: Browser,
    readonly setId: string,
  ) {}

  static async open(browser: Browser, setId = 'team-set'): Promise<Desk> {
    await browser.post('/api/bank/sets', { setId, ...aDescription });
    return new Desk(browser, setId);
  }

  async set(): Promise<BankSet> {
    return (await this.browser.get(`/api/bank/sets/${this.setId}`)).body as BankSet;
  }

  async write(content: QuestionContent): Promise<DeskQuestion> {
    const { body } = await this.browser.post(this.path('/questions'), { content });
    return body as DeskQuestion;
  }

  async read(questionId: string): Promise<DeskQuestion> {
    return (await this.browser.get(this.path(`/questions/${questionId}`))).body as DeskQuestion;
  }

  save({ question, version }: DeskQuestion, content: QuestionContent) {
    return this.browser.put(this.path(`/questions/${question.id}`), { version, content });
  }

  move({ question, version }: DeskQuestion, change: object) {
    return this.browser.post(this.path(`/questions/${question.id}/status`), { version, change });
  }

  /** Sends a question through review with a reader's answer, and approves it. */
  async approve(written: DeskQuestion, answer: BlindAnswer): Promise<DeskQuestion> {
    const { id } = written.question;
    await this.move(written, { to: 'in-review' });
    const { version } = await this.read(id);
    await this.browser.post(this.path(`/questions/${id}/blind-answer`), { version, answer });
    const source = { version: version + 1, agrees: true };
    await this.browser.post(this.path(`/questions/${id}/source-check`), source);
    await this.move(await this.read(id), { to: 'approved' });
    return this.read(id);
  }

  release(version: string) {
    return this.browser.post(this.path('/releases'), { version });
  }

  path(rest = ''): string {
    return `/api/bank/sets/${this.setId}${rest}`;
  }
}
