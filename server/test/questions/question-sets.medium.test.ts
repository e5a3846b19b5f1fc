import { QuestionSetSummary } from '@anquanli/contract/question-bank.js';
import * as z from 'zod/mini';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { QuestionsApi } from '../../src/features/questions/questions.api.js';
import { ReleaseLoader } from '../../src/features/questions/release-loader.service.js';
import type { Browser } from '../support/browser.js';
import { aQuestionSet, questionId, writeReleases } from '../support/releases.js';
import { startTestServer, type TestServer } from '../support/start-server.js';

describe('question sets', () => {
  let server: TestServer;
  let admin: Browser;
  const newer = aQuestionSet({ version: '1.10.0' });
  const older = aQuestionSet({ version: '1.9.0' });
  const withdrawn = aQuestionSet({ version: '2.0.0', status: 'withdrawn' });

  beforeEach(async () => {
    server = await startTestServer({
      prepare: ({ releasesDir }) => writeReleases(releasesDir, [older, newer, withdrawn]),
    });
    admin = await server.setUpAdmin();
  });

  afterEach(async () => server.remove());

  it('are listed newest first, the withdrawn one too but never as the latest', async () => {
    const { body } = await admin.get('/api/question-sets');
    const { sets } = z.parse(z.object({ sets: z.array(QuestionSetSummary) }), body);
    expect(sets.map(({ version, status, isLatest }) => [version, status, isLatest])).toEqual([
      ['2.0.0', 'withdrawn', false],
      ['1.10.0', 'released', true],
      ['1.9.0', 'released', false],
    ]);
  });

  it('count what a round can play: what is approved', async () => {
    const { body } = await admin.get('/api/question-sets/test-set/versions/1.10.0');
    expect(body).toMatchObject({
      set: {
        questionCount: 3,
        categories: [
          { id: 'fire', title: '消防安全', count: 2 },
          { id: 'law', title: '法律法规', count: 1 },
        ],
        difficulties: [{ difficulty: 2, count: 3 }],
      },
      questions: [{ id: questionId(1) }, { id: questionId(2) }, { id: questionId(3) }],
    });
  });

  it('show each question with its key and its sources written out', async () => {
    const { body } = await admin.get('/api/question-sets/test-set/versions/1.10.0');
    const { questions } = body as { questions: unknown[] };
    expect(questions[1]).toMatchObject({
      kind: 'multiple',
      key: { kind: 'multiple', options: ['a', 'b'] },
      citations: [{ title: '《危险化学品企业特殊作业安全规范》GB 30871-2022', locator: '5.1.5' }],
    });
  });

  it('are not for strangers, and unknown versions are said to be unknown', async () => {
    expect((await server.browser().get('/api/question-sets')).status).toBe(401);
    expect((await admin.get('/api/question-sets/test-set/versions/3.0.0')).body).toMatchObject({
      code: 'question_set_unknown',
    });
  });

  it('serve other features: a withdrawn version is found, but the latest is another', async () => {
    const questions = server.app.get(QuestionsApi);
    expect(await questions.findVersion('test-set', '2.0.0')).toMatchObject({ status: 'withdrawn' });
    expect(await questions.latest('test-set')).toMatchObject({ version: '1.10.0' });
    expect(await questions.latest('nothing')).toBeNull();
    expect((await questions.questionsOf('test-set', '2.0.0')).map(({ type }) => type)).toEqual([
      'single',
      'multiple',
      'boolean',
      'single',
      'numeric',
    ]);
    expect(await questions.questionsOf('test-set', '9.9.9')).toEqual([]);
  });

  const noMedia = () => Promise.reject(new Error('no media'));

  it('stay as they are when loaded again; only a withdrawal is taken over', async () => {
    const loader = server.app.get(ReleaseLoader);
    const hash = (await server.app.get(QuestionsApi).findVersion('test-set', '1.10.0'))?.contentHash ?? '';
    await loader.load([{ ...newer, contentHash: hash }], noMedia);
    await loader.load([{ ...newer, status: 'withdrawn', contentHash: hash }], noMedia);
    expect(await server.app.get(QuestionsApi).latest('test-set')).toMatchObject({ version: '1.9.0' });
  });

  it('stop the start when a known version comes with other content', async () => {
    const altered = { ...newer, contentHash: `sha256:${'0'.repeat(64)}` };
    const changed = server.app.get(ReleaseLoader).load([altered], noMedia);
    await expect(changed).rejects.toThrow('A released version never changes');
  });
});
