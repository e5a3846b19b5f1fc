import { readFile } from 'node:fs/promises';
import type { DeskQuestion } from '@anquanli/contract/bank.js';
import type { SetComparison } from '@anquanli/contract/bank-releases.js';
import { contentHash } from '@anquanli/question-bank/content-hash.js';
import { addRelease, unpackRelease } from '@anquanli/question-bank/release-parcel.js';
import { QUESTION_RECORD_FIELDS, QuestionContent } from '@anquanli/question-bank/schema.js';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { QuestionSetReleaseEntity } from '../../src/features/questions/entities/question-set-release.entity.js';
import { QuestionVersionEntity } from '../../src/features/questions/entities/question-version.entity.js';
import { rowsOf } from '../../src/features/questions/release-rows.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { QuestionsApi } from '../../src/features/questions/questions.api.js';
import { ReleasesApi } from '../../src/features/questions/releases.api.js';
import type { Browser } from '../support/browser.js';
import { aContent, Desk } from '../support/desk.js';
import { aQuestionSet, questionId, writeReleases } from '../support/releases.js';
import { ADMIN, startTestServer, type TestServer } from '../support/start-server.js';
import { tempDir } from '../support/temp-dir.js';

const ADMIN_ID = '01a21600-0000-7000-8000-000000000000';
const CLAIM = {
  releasedAt: 0,
  releasedBy: ADMIN_ID,
  withdrawnAt: null,
  withdrawnBy: null,
  withdrawalReason: null,
};

/** One blue pixel. */
const A_PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

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

  it('lets one of two who release the same number at once have it, whole', async () => {
    const store = server.app.get(ReleasesApi);
    const versions = ['甲', '乙'].map((title) => {
      const { contentHash: _hash, ...set } = aQuestionSet({ id: 'contested', title });
      return { ...set, contentHash: contentHash({ ...set, status: 'released' }) };
    });
    const outcomes = await Promise.all(versions.map((set) => store.store(set, ADMIN_ID)));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    const won = versions[outcomes.indexOf(true)];
    const document = await store.document('contested', '1.0.0');
    expect(document).toMatchObject({ title: won?.title, contentHash: won?.contentHash });
    expect(await server.app.get(QuestionsApi).findVersion('contested', '1.0.0')).toMatchObject({
      title: won?.title,
      contentHash: won?.contentHash,
    });
    expect(await server.app.get(QuestionsApi).questionsOf('contested', '1.0.0')).toHaveLength(5);
  });

  it('clears away what a release left that broke off, when a file of its number comes', async () => {
    const set = aQuestionSet({ id: 'broken-off' });
    await server.app.get(UnitOfWork).run(async (tx) => {
      await tx.insert(QuestionSetReleaseEntity, { ...CLAIM, setId: set.id, version: set.version });
      await tx.insert(QuestionVersionEntity, rowsOf(set, new Map()).slice(0, 2));
    });
    expect(await server.app.get(ReleasesApi).list('broken-off')).toEqual([]);
    await server.stop();
    await writeReleases(server.config.releasesDir, [aQuestionSet(), set]);
    const again = await startTestServer({ config: server.config, prepare: () => Promise.resolve() });
    expect(await again.app.get(QuestionsApi).questionsOf('broken-off', '1.0.0')).toHaveLength(5);
    await again.stop();
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

  it('carries a version with its pictures to another server: same bytes, same hash', async () => {
    const picture = await admin.post(desk.path('/media'), { alt: '一处工地', content: A_PNG });
    const { id: media } = picture.body as { id: string };
    await desk.approve(await desk.write(aContent({ media: [media] })), { option: 'a' });
    const { contentHash } = (await desk.release('1.0.0')).body as { contentHash: string };
    const { parcel } = unpacked(await download(desk.path('/releases/1.0.0/export')));
    const { dir, remove } = await tempDir();
    const releasesDir = `${dir}/releases`;
    await writeReleases(releasesDir, [aQuestionSet()]);
    expect(await addRelease(releasesDir, parcel)).toEqual([]);
    expect(await addRelease(releasesDir, parcel)).toMatchObject([{ code: 'version_exists' }]);

    const other = await startTestServer({ config: { releasesDir }, prepare: () => Promise.resolve() });
    const otherAdmin = await other.setUpAdmin();
    const there = new Desk(otherAdmin, desk.setId);
    expect((await there.set()).releases).toMatchObject([{ version: '1.0.0', contentHash, questionCount: 1 }]);
    const bytes = await readFile(`${releasesDir}/${desk.setId}/1.0.0.json`, 'utf8');
    expect(await other.app.get(ReleasesApi).file(desk.setId, '1.0.0')).toBe(bytes);
    expect(await server.app.get(ReleasesApi).file(desk.setId, '1.0.0')).toBe(bytes);
    const shown = (await there.read((await lines(there))[0] ?? '')).question.media;
    expect(shown).toEqual([media]);
    await other.stop();

    // And back: the server that released it takes the file for what it has.
    await server.stop();
    const again = await startTestServer({
      config: { ...server.config, releasesDir },
      prepare: () => Promise.resolve(),
    });
    expect(await again.app.get(QuestionsApi).findVersion(desk.setId, '1.0.0')).toMatchObject({ contentHash });
    await again.stop();
    await remove();
  });

  it('lays a newer file on the desk, but not over what an admin has changed', async () => {
    const seeded = new Desk(admin, 'test-set');
    const mine = await seeded.read(questionId(3));
    await seeded.save(mine, contentOf(mine, { stem: '不经检测就可以进入有限空间。' }));
    await server.stop();
    const before = aQuestionSet();
    const questions = before.questions.map((question) => ({ ...question, rev: 2, explanation: '说得更清楚。' }));
    await writeReleases(server.config.releasesDir, [before, aQuestionSet({ version: '1.0.1', questions })]);
    const again = await startTestServer({ config: server.config, prepare: () => Promise.resolve() });
    const browser = again.browser();
    await browser.post('/api/session', ADMIN);
    const desk2 = new Desk(browser, 'test-set');
    expect((await desk2.read(questionId(1))).question).toMatchObject({ rev: 2, explanation: '说得更清楚。' });
    expect((await desk2.read(questionId(3))).question).toMatchObject({ stem: '不经检测就可以进入有限空间。', rev: 2 });
    await again.stop();
  });

  it('keeps what was released here when a file of the same number says something else', async () => {
    await desk.approve(await desk.write(aContent()), { option: 'a' });
    const { contentHash } = (await desk.release('1.0.0')).body as { contentHash: string };
    await server.stop();
    await writeReleases(server.config.releasesDir, [aQuestionSet(), aQuestionSet({ id: desk.setId })]);
    const again = await startTestServer({ config: server.config, prepare: () => Promise.resolve() });
    expect(await again.app.get(QuestionsApi).findVersion(desk.setId, '1.0.0')).toMatchObject({ contentHash });
    await again.stop();
  });

  async function download(path: string): Promise<Uint8Array> {
    const response = await fetch(`${server.origin}${path}`, { headers: { cookie: admin.cookie ?? '' } });
    expect(response.headers.get('content-type')).toBe('application/zip');
    return new Uint8Array(await response.arrayBuffer());
  }
});

async function lines(desk: Desk): Promise<string[]> {
  const { body } = await desk.browser.get(desk.path('/questions'));
  return (body as { questions: { id: string }[] }).questions.map(({ id }) => id);
}

function unpacked(bytes: Uint8Array) {
  const found = unpackRelease(bytes, 'set.zip');
  if ('problem' in found) throw new Error(found.problem.found);
  return found;
}

/** The question as an admin would send it back, with changes. */
function contentOf({ question }: DeskQuestion, changes: object): QuestionContent {
  const record = new Set<string>(QUESTION_RECORD_FIELDS);
  const kept = Object.entries(question).filter(([field]) => !record.has(field));
  return QuestionContent.parse({ ...Object.fromEntries(kept), ...changes });
}
