import type { BankLine, BulkOutcome, DeskQuestion, QuestionChange } from '@anquanli/contract/bank.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type * as z from 'zod/mini';
import { anOrganiser } from '../support/an-organiser.js';
import type { Browser } from '../support/browser.js';
import { aContent, Desk } from '../support/desk.js';
import { questionId } from '../support/releases.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

describe('questions on the desk', () => {
  let server: TestServer;
  let admin: Browser;
  let desk: Desk;

  beforeEach(async () => {
    server = await startTestServer();
    admin = await server.setUpAdmin();
    desk = await Desk.open(admin);
  });

  afterEach(async () => server.remove());

  const codesOf = ({ missing }: DeskQuestion) => missing.map(({ code }) => code);

  it('begin with the released sets, as they were released', async () => {
    const seeded = new Desk(admin, 'test-set');
    const { questions, releases, title } = await seeded.set();
    expect(title).toBe('测试题库');
    expect(questions.total).toBe(5);
    expect(releases).toMatchObject([{ version: '1.0.0', status: 'released', questionCount: 5 }]);
    const read = await seeded.read(questionId(1));
    expect(read).toMatchObject({ version: 1, released: { version: '1.0.0', rev: 1 }, question: { rev: 1 } });
  });

  it('say what is missing before they can be approved, and are not approved before', async () => {
    const written = await desk.write(aContent());
    expect(written.question).toMatchObject({ rev: 1, status: 'draft' });
    expect(written.problems).toEqual([]);
    expect(codesOf(written)).toEqual(['check_missing', 'check_missing']);
    await desk.move(written, { to: 'in-review' });
    const refused = await desk.move(await desk.read(written.question.id), { to: 'approved' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'question_not_ready' } });
    const approved = await desk.approve(await desk.write(aContent({ stem: '电器起火先做什么？' })), { option: 'a' });
    expect(approved.question.status).toBe('approved');
    expect(codesOf(approved)).toEqual([]);
  });

  it('are answered without the key being sent', async () => {
    const written = await desk.write(aContent({ explanation: '只有这里说得出答案。' }));
    await desk.move(written, { to: 'in-review' });
    const { body } = await admin.get(desk.path('/review'));
    expect(body).toMatchObject({ waiting: 1, question: { id: written.question.id, type: 'single' } });
    const told = JSON.stringify(body);
    for (const secret of ['answer', 'explanation', '只有这里', 'checks']) expect(told).not.toContain(secret);
  });

  it('note an answer that disagrees, and are not approved until it is settled', async () => {
    const written = await desk.write(aContent());
    await desk.move(written, { to: 'in-review' });
    const path = desk.path(`/questions/${written.question.id}/blind-answer`);
    const wrong = await admin.post(path, { version: 2, answer: { option: 'b' } });
    expect(wrong.body).toMatchObject({ agrees: false, desk: { version: 3 } });
    expect(codesOf(await desk.read(written.question.id))).toContain('check_disagrees');
    const right = await admin.post(path, { version: 3, answer: { option: 'a' } });
    expect(right.body).toMatchObject({ agrees: true });
    expect(codesOf(await desk.read(written.question.id))).toEqual(['check_missing']);
  });

  it('lose the checks that another wording is not covered by, and go back to review', async () => {
    const approved = await desk.approve(await desk.write(aContent()), { option: 'a' });
    const { body: tagged } = await desk.save(approved, aContent({ tags: ['厨房'] }));
    expect(tagged).toMatchObject({ question: { status: 'approved', tags: ['厨房'] }, missing: [] });
    const { body: explained } = await desk.save(
      tagged as DeskQuestion,
      aContent({ explanation: '盖上盖就没有氧气。' }),
    );
    expect(explained).toMatchObject({ question: { status: 'in-review', checks: [{ kind: 'independent-answer' }] } });
    const { body: reworded } = await desk.save(explained as DeskQuestion, aContent({ stem: '油锅着了怎么办？' }));
    expect((reworded as DeskQuestion).question.checks).toBeUndefined();
  });

  it('refuse what was changed on an older state, and keep the newer', async () => {
    const written = await desk.write(aContent());
    await desk.save(written, aContent({ difficulty: 3 }));
    const late = await desk.save(written, aContent({ difficulty: 5 }));
    expect(late).toMatchObject({ status: 409, body: { code: 'stale_version', details: { version: 2 } } });
    expect((await desk.read(written.question.id)).question.difficulty).toBe(3);
  });

  it('refuse to point at what does not exist', async () => {
    const refusals = [
      { content: aContent({ category: 'nowhere' }), code: 'category_unknown', path: 'content.category' },
      {
        content: aContent({ citations: [{ source: 'no-law' }] }),
        code: 'source_unknown',
        path: 'content.citations.0.source',
      },
      { content: aContent({ media: ['no-picture'] }), code: 'media_unknown', path: 'content.media.0' },
    ];
    for (const { content, code, path } of refusals) {
      const { status, body } = await admin.post(desk.path('/questions'), { content });
      expect({ status, body }).toMatchObject({ status: 400, body: { code, details: { path } } });
    }
    expect((await desk.set()).questions.total).toBe(0);
  });

  it('remember who did what and when, and what they looked like then', async () => {
    const written = await desk.write(aContent());
    await desk.save(written, aContent({ stem: '油锅着火了先做什么？' }));
    const path = desk.path(`/questions/${written.question.id}/history`);
    const { changes } = (await admin.get(path)).body as { changes: QuestionChange[] };
    expect(changes).toMatchObject([
      { action: 'edited', by: '王安全', fields: ['stem'] },
      { action: 'created', by: '王安全', fields: [] },
    ]);
    const first = await admin.get(`${path}/${changes[1]?.changeId ?? ''}`);
    expect(first.body).toMatchObject({ question: { stem: '油锅起火时应当怎么做？' } });
  });

  it('are found by words in any order, category, kind, difficulty, status and source', async () => {
    await desk.write(aContent());
    await desk.write(aContent({ stem: '１１９ 报警时先说什么？', category: 'law', difficulty: 4 }));
    const found = async (query: string) => {
      const { body } = await admin.get(desk.path(`/questions?${query}`));
      return (body as { questions: BankLine[]; total: number }).questions.map(({ stem }) => stem);
    };
    const text = (words: string) => `text=${encodeURIComponent(words)}`;
    expect(await found(text('锅盖 油锅'))).toEqual(['油锅起火时应当怎么做？']);
    expect(await found(text('119报警'))).toEqual(['１１９ 报警时先说什么？']);
    expect(await found(text('100%'))).toEqual([]);
    expect(await found('category=law&difficulty=4&kind=single&status=draft&source=gb-30871')).toHaveLength(1);
    expect(await found('kind=boolean')).toEqual([]);
  });

  it('are listed when a source they cite has changed', async () => {
    await desk.write(aContent());
    const lines = async () => (await admin.get(desk.path('/questions?changedSource=1'))).body as { total: number };
    expect((await lines()).total).toBe(0);
    const repealed = { id: 'gb-30871', kind: 'standard-mandatory', title: '特殊作业', status: 'repealed' };
    const { body } = await admin.put('/api/bank/sources/gb-30871', { source: repealed });
    // The released set cites it too: three of its questions are not over.
    expect(body).toMatchObject({ hasChanged: true, citedBy: 4 });
    expect((await lines()).total).toBe(1);
  });

  it('change many at once, each for itself', async () => {
    const [first, second] = [await desk.write(aContent()), await desk.write(aContent({ stem: '第二题问什么？' }))];
    const ids = [first.question.id, second.question.id, questionId(999)];
    const change = { difficulty: 5, addTags: ['夏季'] };
    const { body } = await admin.post(desk.path('/questions/bulk'), { questionIds: ids, change, move: 'in-review' });
    expect((body as z.infer<typeof BulkOutcome>).outcomes.map(({ code }) => code)).toEqual([
      null,
      null,
      'question_unknown',
    ]);
    expect(await desk.read(first.question.id)).toMatchObject({
      question: { difficulty: 5, tags: ['夏季'], status: 'in-review' },
    });
  });

  it('are read by organisers and changed by admins alone', async () => {
    const written = await desk.write(aContent());
    const organiser = await anOrganiser(server.origin, admin);
    const asOrganiser = new Desk(organiser, desk.setId);
    expect((await asOrganiser.read(written.question.id)).question.stem).toBe('油锅起火时应当怎么做？');
    const attempts = [
      asOrganiser.save(written, aContent({ difficulty: 5 })),
      asOrganiser.move(written, { to: 'in-review' }),
      organiser.post(desk.path('/questions'), { content: aContent() }),
      asOrganiser.release('1.0.0'),
    ];
    for (const { status } of await Promise.all(attempts)) expect(status).toBe(403);
    expect((await desk.read(written.question.id)).version).toBe(1);
  });
});
