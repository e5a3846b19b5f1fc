import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { it } from '@jest/globals';
import { aContent, Desk } from '../support/desk.js';
import { FakeClock } from '../support/fake-clock.js';
import { startTestServer } from '../support/start-server.js';

it('captures', async () => {
  const clock = new FakeClock(1795450665170);
  const server = await startTestServer({
    clock,
    config: { releasesDir: path.resolve('question-bank/releases') },
    prepare: () => Promise.resolve(),
  });
  const out: string[] = [];
  const show = (name: string, answer: { status: number; body: unknown }) => {
    const text = JSON.stringify(answer.body, null, 1);
    out.push(`### ${name} ${answer.status}\n${text.length > 6000 ? text.slice(0, 6000) + '…' : text}\n`);
    clock.advance?.(1000);
    return answer.body as never;
  };
  const admin = await server.setUpAdmin('王安全', 'eight-or-more');
  const set = 'workshop-3';
  const p = (rest = '') => `/api/bank/sets/${set}${rest}`;
  const description = {
    title: '三车间班前题',
    description: '班前会用的题，每月换一批。',
    licence: 'CC-BY-4.0',
    legalBasisDate: '2026-11-01',
  };
  show('createSet', await admin.post('/api/bank/sets', { setId: set, ...description }));
  show('describe', await admin.put(p(), { version: 1, ...description, title: '三车间班前会题库' }));
  show('registry', await admin.get('/api/bank/registry'));
  show('putCategory', await admin.put('/api/bank/categories/workshop', { title: '车间设备' }));
  show(
    'putSource',
    await admin.put('/api/bank/sources/house-rules', {
      source: {
        id: 'house-rules',
        kind: 'internal',
        title: '三车间安全操作规程',
        number: 'SC-2026-03',
        issuer: '本厂安全科',
        effectiveFrom: '2026-09-01',
        status: 'in-force',
      },
    }),
  );
  const A_PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
  const media = show(
    'addMedia',
    await admin.post(p('/media'), { name: '砂轮机.png', alt: '一台没有装防护罩的砂轮机', content: A_PNG }),
  ) as { id: string };
  show('describeMedia', await admin.put(p(`/media/${media.id}`), { alt: '一台砂轮机，防护罩被拆掉了' }));
  show('media', await admin.get(p('/media')));
  const content = aContent({
    stem: '砂轮机的防护罩被拆掉了，应当怎么做？',
    options: [
      { id: 'a', text: '停用，装好防护罩再用' },
      { id: 'b', text: '戴好护目镜继续用' },
      { id: 'c', text: '站到侧面慢慢磨' },
      { id: 'd', text: '磨完这一件再报修' },
    ],
    answer: { option: 'a' },
    explanation: '砂轮破裂时碎块会飞出，防护罩是挡住碎块的最后一道屏障。没有防护罩的砂轮机不得使用。',
    difficulty: 2,
    category: 'workshop',
    tags: ['砂轮机'],
    citations: [{ source: 'house-rules', locator: '4.2' }],
    media: [media.id],
  });
  const q = show('createQuestion', await admin.post(p('/questions'), { content })) as { question: { id: string } };
  const id = q.question.id;
  const desk = new Desk(admin, set);
  show('question', await admin.get(p(`/questions/${id}`)));
  show('questions', await admin.get(p('/questions?status=draft')));
  show('saveQuestion', await admin.put(p(`/questions/${id}`), { version: 1, content: { ...content, difficulty: 1 } }));
  show('stale', await admin.put(p(`/questions/${id}`), { version: 1, content }));
  show('move', await admin.post(p(`/questions/${id}/status`), { version: 2, change: { to: 'in-review' } }));
  show('notready', await admin.post(p(`/questions/${id}/status`), { version: 3, change: { to: 'approved' } }));
  show('nextReview', await admin.get(p('/review')));
  show('answerBlind', await admin.post(p(`/questions/${id}/blind-answer`), { version: 3, answer: { option: 'a' } }));
  show(
    'checkSource',
    await admin.post(p(`/questions/${id}/source-check`), { version: 4, agrees: true, note: '与规程原文一致' }),
  );
  show('approved', await admin.post(p(`/questions/${id}/status`), { version: 5, change: { to: 'approved' } }));
  show('plan', await admin.get(p('/release-plan')));
  show('release', await admin.post(p('/releases'), { version: '1.0.0' }));
  show('release again', await admin.post(p('/releases'), { version: '1.0.0' }));
  show('set', await admin.get(p()));
  show(
    'keychanged',
    await admin.put(p(`/questions/${id}`), { version: 6, content: { ...content, answer: { option: 'b' } } }),
  );
  show(
    'successor',
    await admin.post(p(`/questions/${id}/successor`), {
      version: 6,
      reason: 'law-changed',
      note: '新规程允许侧面磨削小件',
      content: { ...content, stem: '砂轮机的防护罩松动了，应当怎么做？' },
    }),
  );
  show(
    'bulk',
    await admin.post(p('/questions/bulk'), {
      questionIds: [id, 'q_01m84eqjc05xr4v4ep8j4mpd6s'],
      change: { difficulty: 2, addTags: ['冬季'] },
      move: 'in-review',
    }),
  );
  const lines = (await admin.get(p('/questions?status=draft'))).body as { questions: { id: string }[] };
  const next = lines.questions[0]?.id ?? '';
  const written = await desk.read(next);
  await desk.approve(written, { option: 'a' });
  show('plan2', await admin.get(p('/release-plan')));
  show('release2', await admin.post(p('/releases'), { version: '1.1.0' }));
  show('compare', await admin.get(p('/releases/1.0.0/compare/1.1.0')));
  show('history', await admin.get(p(`/questions/${id}/history`)));
  const { changes } = (await admin.get(p(`/questions/${id}/history`))).body as { changes: { changeId: string }[] };
  show('historyEntry', await admin.get(p(`/questions/${id}/history/${changes.at(-2)?.changeId}`)));
  show('withdraw', await admin.post(p('/releases/1.0.0/withdraw'), { reason: '操作规程已换新版' }));
  const sets = show('sets', await admin.get('/api/bank/sets'));
  void sets;
  for (const path of [
    p('/export?format=json'),
    p('/export?format=xlsx'),
    '/api/bank/template',
    p('/releases/1.1.0/export'),
  ]) {
    const r = await admin.get(path);
    out.push(
      `### ${path} ${r.status} ${r.headers.get('content-type')} ${r.headers.get('content-disposition')}\n${JSON.stringify(r.body).slice(0, 400)}\n`,
    );
  }
  // odd ones
  show('odd version', await admin.post(p('/releases'), { version: '01.2.0' }));
  show('short id', await admin.post('/api/bank/sets', { setId: 'x', ...description }));
  show('short cat', await admin.put('/api/bank/categories/x', { title: '车间设备' }));
  show(
    'bad day',
    await admin.post('/api/bank/sets', { setId: 'bad-day', ...description, legalBasisDate: '2026-99-99' }),
  );
  show('review unknown', await admin.get('/api/bank/sets/nowhere/review'));
  show('media unknown', await admin.get('/api/bank/sets/nowhere/media'));
  show('plan empty', await admin.get('/api/bank/sets/bad-day/release-plan'));
  const d = new Desk(admin, 'bad-day');
  await d.approve(await d.write(aContent({ citations: [{ source: 'house-rules' }] })), { option: 'a' });
  show('plan bad day', await admin.get('/api/bank/sets/bad-day/release-plan'));
  show('release bad day', await admin.post('/api/bank/sets/bad-day/releases', { version: '1.0.0' }));
  writeFileSync('/tmp/cap/out.txt', out.join('\n'));
  await server.remove();
}, 120_000);
