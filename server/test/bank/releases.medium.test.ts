import { readFile } from 'node:fs/promises';
import type { SetComparison } from '@anquanli/contract/bank-releases.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { QuestionsApi } from '../../src/features/questions/questions.api.js';
import type { Browser } from '../support/browser.js';
import { aContent, Desk } from '../support/desk.js';
import { questionId } from '../support/releases.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

describe('releasing from the desk', () => {
  let server: TestServer;
  let admin: Browser;
  let desk: Desk;

  beforeEach(async () => {
    server = await startTestServer();
    admin = await server.setUpAdmin();
    desk = await Desk.open(admin);
  });

  afterEach(async () => server.remove());

  const plan = async (of = desk) => (await admin.get(of.path('/release-plan'))).body;

  it('gives what is approved a version that rounds can choose, and leaves drafts behind', async () => {
    const approved = await desk.approve(await desk.write(aContent()), { option: 'a' });
    await desk.write(aContent({ stem: '还没有写完的题？' }));
    expect(await plan()).toMatchObject({ version: '1.0.0', questionCount: 1, leftBehind: 1, problems: [] });
    const { status, body } = await desk.release('1.0.0');
    expect({ status, body }).toMatchObject({ status: 200, body: { version: '1.0.0', released: { by: '王安全' } } });
    const { body: sets } = await admin.get('/api/question-sets');
    expect(sets).toMatchObject({
      sets: [{ setId: 'team-set', version: '1.0.0', questionCount: 1, isLatest: true }, {}],
    });
    const questions = await server.app.get(QuestionsApi).questionsOf('team-set', '1.0.0');
    expect(questions).toMatchObject([{ id: approved.question.id, citations: [{ locator: '5.2.1' }] }]);
  });

  it('refuses what the plan forbids: nothing approved, a version that exists, too small a step', async () => {
    expect(await desk.release('1.0.0')).toMatchObject({
      status: 409,
      body: { details: { path: 'nothing_to_release' } },
    });
    await desk.approve(await desk.write(aContent()), { option: 'a' });
    await desk.release('1.0.0');
    expect(await desk.release('1.0.0')).toMatchObject({ status: 409, body: { code: 'release_refused' } });
    await desk.approve(await desk.write(aContent({ stem: '电器起火怎么做？' })), { option: 'a' });
    expect(await desk.release('1.0.1')).toMatchObject({ status: 409, body: { details: { path: 'bump_too_small' } } });
    expect(await plan()).toMatchObject({ version: '1.1.0', comparison: { bump: 'minor' } });
  });

  it('keeps a released question as it was while its edit is in review', async () => {
    const approved = await desk.approve(await desk.write(aContent()), { option: 'a' });
    await desk.release('1.0.0');
    await desk.save(await desk.read(approved.question.id), aContent({ stem: '油锅着火先做什么？' }));
    await desk.approve(await desk.write(aContent({ stem: '另外一题问什么？' })), { option: 'a' });
    expect(await desk.release('1.1.0')).toMatchObject({ status: 200 });
    const stems = (await server.app.get(QuestionsApi).questionsOf('team-set', '1.1.0')).map(({ stem }) => stem);
    expect(stems.sort()).toEqual(['另外一题问什么？', '油锅起火时应当怎么做？'].sort());
    expect((await desk.read(approved.question.id)).question).toMatchObject({ rev: 2, status: 'in-review' });
  });

  it('puts a new question in the place of one whose answer changes, and lists it as a key change', async () => {
    const approved = await desk.approve(await desk.write(aContent()), { option: 'a' });
    await desk.release('1.0.0');
    const now = await desk.read(approved.question.id);
    const turned = aContent({ answer: { option: 'd' } });
    expect(await desk.save(now, turned)).toMatchObject({ status: 409, body: { code: 'key_changed' } });
    const path = desk.path(`/questions/${now.question.id}/successor`);
    const { body } = await admin.post(path, {
      version: now.version,
      content: turned,
      reason: 'wrong-key',
      note: '答案错了',
    });
    expect(body).toMatchObject({ question: { status: 'draft', rev: 1, supersedes: [now.question.id] } });
    const successor = body as typeof now;
    await desk.approve(successor, { option: 'd' });
    expect(await desk.release('1.1.0')).toMatchObject({ status: 200 });
    const { body: compared } = await admin.get(desk.path('/releases/1.0.0/compare/1.1.0'));
    expect((compared as SetComparison).keyChanges).toMatchObject([
      { replaced: now.question.id, by: successor.question.id, reason: 'wrong-key', byStem: '油锅起火时应当怎么做？' },
    ]);
  });

  it('withdraws a version with a reason; it is not offered any more, also after a restart with its file', async () => {
    const withdraw = (version: string) =>
      admin.post(`/api/bank/sets/test-set/releases/${version}/withdraw`, { reason: '第三题的依据已废止' });
    expect(await withdraw('1.0.0')).toMatchObject({
      status: 200,
      body: { status: 'withdrawn', withdrawal: { by: '王安全', reason: '第三题的依据已废止' } },
    });
    expect(await withdraw('1.0.0')).toMatchObject({ status: 404 });
    await server.stop();
    const again = await startTestServer({ config: server.config, prepare: () => Promise.resolve() });
    const versions = await again.app.get(QuestionsApi).latest('test-set');
    await again.stop();
    expect(versions).toBeNull();
  });

  it('has the same bytes in the database as in the file it came from', async () => {
    const { body } = await admin.get('/api/bank/sets/test-set/releases/1.0.0/export');
    const file = await readFile(`${server.config.releasesDir}/test-set/1.0.0.json`, 'utf8');
    expect(JSON.stringify(body)).toBe(JSON.stringify(JSON.parse(file)));
  });

  it('lays a newer file on the desk, but not over what an admin has changed', async () => {
    const seeded = new Desk(admin, 'test-set');
    const mine = await seeded.read(questionId(3));
    const content = { type: 'boolean', stem: '不经检测就可以进入有限空间。', answer: { value: false } } as const;
    await seeded.save(mine, {
      ...content,
      explanation: '因为如此。',
      difficulty: 2,
      category: 'law',
      citations: [{ source: 'gb-30871', locator: '5.1.5' }],
    });
    expect((await seeded.read(questionId(3))).question.stem).toBe('不经检测就可以进入有限空间。');
    expect((await seeded.read(questionId(1))).version).toBe(1);
  });
});
