import { bankRoutes } from '@anquanli/contract/bank';
import { bankReleaseRoutes } from '@anquanli/contract/bank-releases';
import { mediaRoutes } from '@anquanli/contract/media';
import type { DeskQuestion, QuestionChange } from '@anquanli/contract/bank';
import type { Browser } from '../support/browser.js';
import { aContent, aDescription, Desk } from '../support/desk.js';
import type { Example } from './hall-of-routes.js';

/** One blue pixel. */
export const A_PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** A content of another kind with everything that all kinds share. */
function ofKind(changes: Readonly<Record<string, unknown>>): unknown {
  const { stem, explanation, difficulty, category, citations } = aContent();
  const times = { timeLimitSec: 30, validFrom: '2026-01-01', validTo: null };
  return { stem, explanation, difficulty, category, citations, tags: ['厨房', '冬季'], ...times, ...changes };
}

const OPTIONS = ['提起灭火器', '拔掉保险销', '握住喷管'].map((text, n) => ({
  id: 'abc'.charAt(n),
  text,
  pinned: false,
}));

/** A desk with something in every drawer: drafts, a question in review, released ones, two versions, a picture. */
export async function furnishDesk(admin: Browser): Promise<Example[]> {
  const desk = await Desk.open(admin, 'edge-set');
  const written = async (stem: string) => desk.write(aContent({ stem }));
  const { body } = await admin.post(desk.path('/media'), { alt: '一间厨房', content: A_PNG });
  const picture = body as { id: string; sha256: string };
  const draft = await written('灶台边能放什么？');
  const mended = await written('哪一句说错了？');
  const tagged = await written('厨房里哪里不能堆物？');
  const waiting = await written('锅里冒烟先做什么？');
  const compared = await written('灭火毯盖在哪里？');
  await desk.move(waiting, { to: 'in-review' });
  const released = await desk.approve(await written('油锅起火先做什么？'), { option: 'a' });
  await putOnAir(desk, '1.0.0');
  const ending = await desk.approve(await written('油锅起火不能做什么？'), { option: 'a' });
  await putOnAir(desk, '1.1.0');
  await desk.approve(await written('抽油烟机起火先做什么？'), { option: 'a' });
  const history = await admin.get(desk.path(`/questions/${draft.question.id}/history`));
  const changeId = (history.body as { changes: QuestionChange[] }).changes[0]?.changeId ?? '';

  const bySet = { params: { setId: desk.setId } };
  const byQuestion = ({ question }: DeskQuestion) => ({ params: { setId: desk.setId, questionId: question.id } });
  const byVersion = { params: { setId: desk.setId, version: '1.0.0' } };
  const at = ({ version }: DeskQuestion) => version;
  return [
    { route: mediaRoutes.get, input: { params: { hash: picture.sha256 } } },
    { route: bankRoutes.sets, input: {} },
    { route: bankRoutes.createSet, input: { body: { setId: 'night-shift', ...aDescription } } },
    { route: bankRoutes.set, input: bySet },
    { route: bankRoutes.describeSet, input: { ...bySet, body: { version: 1, ...aDescription } } },
    { route: bankRoutes.registry, input: {} },
    { route: bankRoutes.putCategory, input: { params: { categoryId: 'kitchen' }, body: { title: '厨房安全' } } },
    { route: bankRoutes.putSource, input: { params: { sourceId: HOUSE_RULES.id }, body: { source: HOUSE_RULES } } },
    { route: bankRoutes.questions, input: { ...bySet, query: A_FILTER } },
    { route: bankRoutes.question, input: byQuestion(draft) },
    { route: bankRoutes.createQuestion, input: { ...bySet, body: { content: aHotspot(picture.id) } } },
    {
      route: bankRoutes.saveQuestion,
      input: { ...byQuestion(mended), body: { version: at(mended), content: AN_ORDERING } },
    },
    {
      route: bankRoutes.succeedQuestion,
      input: {
        ...byQuestion(released),
        body: { version: at(released), content: A_NUMERIC, reason: 'law-changed', note: '标准已换新版' },
      },
    },
    {
      route: bankRoutes.moveQuestion,
      input: {
        ...byQuestion(ending),
        body: { version: at(ending), change: { to: 'deprecated', reason: 'duplicate', note: '与另一题重复' } },
      },
    },
    {
      route: bankRoutes.changeMany,
      input: {
        ...bySet,
        body: {
          questionIds: [draft.question.id, tagged.question.id],
          change: {
            ...{ category: 'law', difficulty: 3, addTags: ['夏季'], removeTags: ['冬季'] },
            cite: { source: 'gb-30871', locator: '5.3' },
          },
          move: 'in-review',
        },
      },
    },
    { route: bankRoutes.history, input: byQuestion(draft) },
    { route: bankRoutes.historyEntry, input: { params: { ...byQuestion(draft).params, changeId } } },
    {
      route: bankRoutes.nextReview,
      input: { ...bySet, query: { after: draft.question.id, only: waiting.question.id } },
    },
    {
      route: bankRoutes.answerBlind,
      input: { ...byQuestion(waiting), body: { version: 2, answer: { options: ['a', 'b'] } } },
    },
    {
      route: bankRoutes.checkSource,
      input: { ...byQuestion(compared), body: { version: 1, agrees: false, note: '与原文不一致' } },
    },
    { route: bankRoutes.media, input: bySet },
    { route: bankRoutes.addMedia, input: { ...bySet, body: { alt: '一间厨房', content: A_PNG } } },
    {
      route: bankRoutes.describeMedia,
      input: { params: { ...bySet.params, mediaId: picture.id }, body: { alt: '一间厨房，锅里冒烟' } },
    },
    { route: bankReleaseRoutes.plan, input: { ...bySet, query: { version: '1.2.0' } } },
    { route: bankReleaseRoutes.release, input: { ...bySet, body: { version: '1.2.0' } } },
    { route: bankReleaseRoutes.withdraw, input: { ...byVersion, body: { reason: '依据已废止' } } },
    { route: bankReleaseRoutes.compare, input: { params: { ...byVersion.params, other: '1.1.0' } } },
    { route: bankReleaseRoutes.download, input: byVersion },
    { route: bankReleaseRoutes.exportSet, input: { ...bySet, query: { format: 'xlsx' } } },
    { route: bankReleaseRoutes.template, input: {} },
  ];
}

/** Releases, or says why not: nothing below a version would be looked at otherwise. */
async function putOnAir(desk: Desk, version: string): Promise<void> {
  const { status, body } = await desk.release(version);
  if (status !== 200) throw new Error(`releasing ${version}: ${JSON.stringify(body)}`);
}

const HOUSE_RULES = {
  ...{ id: 'house-rules', kind: 'internal', title: '厨房安全操作规程', number: 'CF-2026-03', issuer: '本厂安全科' },
  ...{ adoptedOn: '2026-01-01', effectiveFrom: '2026-02-01', effectiveTo: null, status: 'in-force' },
  supersedes: ['CF-2019-01'],
};

const A_FILTER = {
  ...{ text: '油锅 起火', category: 'fire', kind: 'single', difficulty: '1', status: 'draft', source: 'gb-30871' },
  ...{ changedSource: '1', unreleased: '1', offset: '0', importId: '019ecd8d-0000-7000-8000-000000000001' },
};

const AN_ORDERING = ofKind({ type: 'ordering', options: OPTIONS, answer: { order: ['a', 'b', 'c'] } });

const A_NUMERIC = ofKind({
  type: 'numeric',
  answer: { accept: [{ min: 0.5, max: 1 }], unit: '米', decimals: 1 },
});

const aHotspot = (media: string) =>
  ofKind({
    type: 'hotspot',
    media: [media],
    answer: {
      mode: 'find-all',
      regions: [
        { id: 'r1', label: '冒烟的锅', shape: 'rect', from: [0.1, 0.2], to: [0.3, 0.4] },
        { id: 'r2', label: '拖地的电线', shape: 'circle', center: [0.5, 0.5], r: 0.1, feedback: '会绊倒人。' },
      ],
      decoys: [
        {
          ...{ id: 'd1', label: '灭火毯', shape: 'poly' },
          points: [
            [0.7, 0.7],
            [0.8, 0.7],
            [0.8, 0.8],
          ],
        },
      ],
      ...{ maxClicks: 4, tolerance: 0.02 },
    },
  });
