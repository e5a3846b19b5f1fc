import type { ReplyOf } from '@anquanli/contract/exchange';
import { joinRoutes } from '@anquanli/contract/join';
import type { Choice } from '@anquanli/contract/question';
import { QuestionResult } from '@anquanli/contract/rounds';
import { QUESTION_KINDS, type Verdict } from '@anquanli/contract/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { aSetOfAllKinds } from '../support/all-kinds.js';
import type { Browser } from '../support/browser.js';
import { ENGINES, type Place } from '../support/engines.js';
import { JumpingClock } from '../support/jumping-clock.js';
import { leap } from '../support/leap.js';
import { Hall, type Host, type Phone } from '../support/play.js';
import { writeReleases } from '../support/releases.js';
import { startTestServer, type TestServer } from '../support/start-server.js';
import { until } from '../support/until.js';

/** A choice as the seats of this test mean it: steps and places of pictures by their words, whatever the round calls them. */
type Meant =
  | Exclude<Choice, { kind: 'ordering' }>
  | { kind: 'steps'; texts: string[] }
  | { kind: 'places'; labels: string[]; points?: [number, number][] };

const CABLE: [number, number] = [0.5, 0.87];
const NOWHERE: [number, number] = [0.02, 0.02];

/** Of each question what one knows, what another half knows, and how it turns out for both when parts count. */
const ANSWERS: readonly { right: Meant; other: Meant; verdict: Verdict; share: number }[] = [
  { right: { kind: 'single', option: 'a' }, other: { kind: 'single', option: 'b' }, verdict: 'wrong', share: 0 },
  {
    right: { kind: 'multiple', options: ['b', 'a', 'd'] },
    other: { kind: 'multiple', options: ['a', 'b'] },
    ...{ verdict: 'partly', share: 2 / 3 },
  },
  { right: { kind: 'boolean', value: false }, other: { kind: 'boolean', value: true }, verdict: 'wrong', share: 0 },
  {
    right: { kind: 'steps', texts: ['提起灭火器', '拔掉保险销', '握住喷管', '压下压把'] },
    other: { kind: 'steps', texts: ['提起灭火器', '拔掉保险销', '压下压把', '握住喷管'] },
    ...{ verdict: 'partly', share: 1 / 3 },
  },
  { right: { kind: 'numeric', value: 19.5 }, other: { kind: 'numeric', value: 18 }, verdict: 'wrong', share: 0 },
  {
    right: { kind: 'text', blanks: ['预防', ' 治 理。'] },
    other: { kind: 'text', blanks: ['预防', ''] },
    ...{ verdict: 'partly', share: 1 / 2 },
  },
  {
    right: { kind: 'places', labels: ['出口前的货物', '没有固定的气瓶'], points: [CABLE] },
    other: { kind: 'places', labels: ['出口前的货物', '没有固定的气瓶', '灭火器'] },
    ...{ verdict: 'partly', share: 1 / 3 },
  },
  {
    right: { kind: 'places', labels: [], points: [[0.91, 0.6]] },
    other: { kind: 'places', labels: [], points: [NOWHERE] },
    ...{ verdict: 'wrong', share: 0 },
  },
];

describe.each(ENGINES)('a round of all kinds on $engine', ({ place }) => {
  const clock = new JumpingClock();
  let found: Place;
  let server: TestServer;
  let desk: Browser;
  let hall: Hall;
  let host: Host;
  let phones: [Phone, Phone];

  beforeAll(async () => {
    found = await place();
    const { set, files } = aSetOfAllKinds();
    server = await startTestServer({
      clock,
      config: found.database ? { database: found.database } : {},
      prepare: ({ releasesDir }) => writeReleases(releasesDir, [set], files),
    });
    desk = await server.setUpAdmin();
    hall = await Hall.open(server.origin, desk, {
      ...{ setId: 'all-kinds', multipleScoring: 'partial', scoring: 'flat' },
      pick: { by: 'rule', count: ANSWERS.length, categories: [], difficulties: [] },
    });
    host = await hall.host();
    phones = [await hall.phone('张三'), await hall.phone('李四')];
  }, 120_000);

  afterAll(async () => {
    hall.leave();
    await server.remove();
    await found.remove();
  });

  const onAir = (phone: Phone) => {
    const view = phone.view?.view;
    if (!view || !('question' in view)) throw new Error('no question is on air');
    return view.question;
  };
  const choiceOf = (phone: Phone, meant: Meant): Choice => {
    const idsOf = (texts: readonly string[]) =>
      texts.map((wanted) => onAir(phone).options.find(({ text }) => text === wanted)?.id ?? '');
    switch (meant.kind) {
      case 'steps':
        return { kind: 'ordering', order: idsOf(meant.texts) };
      case 'places':
        return { kind: 'hotspot', points: meant.points ?? [], places: idsOf(meant.labels) };
      default:
        return meant;
    }
  };

  it.each(ANSWERS.map((answer, index) => [index + 1, answer] as const))(
    'question %i takes answers of its kind alone and gives everybody what they deserve',
    async (questionNo, { right, other, verdict, share }) => {
      const [knowing, guessing] = phones;
      await host.order({ command: 'open_next' });
      await until(() => phones.every((phone) => phone.view?.view.questionNo === questionNo));
      expect(JSON.stringify(knowing.view)).not.toMatch(/"(key|zones|decoys|accept|r1|r2|r3|d1|d2)"/);
      leap(server, clock, 3_000);
      const { kind } = onAir(knowing);
      const strange: Choice = kind === 'single' ? { kind: 'numeric', value: 1 } : { kind: 'single', option: 'a' };
      expect(await knowing.answer(questionNo, strange)).toMatchObject({ ok: false, code: 'choice_invalid' });
      expect(await knowing.answer(questionNo, choiceOf(knowing, right))).toMatchObject({ ok: true });
      expect(await guessing.answer(questionNo, choiceOf(guessing, other))).toMatchObject({ ok: true });
      await host.reaches('question_closed');
      await host.order({ command: 'reveal' });
      await until(() => phones.every((phone) => phone.me?.standing?.questionNo === questionNo));
      expect(knowing.me?.standing).toMatchObject({ verdict: 'right', points: 1_000 });
      expect(guessing.me?.standing).toMatchObject({ verdict, points: Math.floor(1_000 * share) });
      expect(host.view?.view.distribution).toMatchObject({ seats: 2, answered: 2, right: 1 });
    },
    30_000,
  );

  it('is told again afterwards: to the phone with its own choices, to the organiser with the heat of the taps', async () => {
    const [knowing] = phones;
    const { roundId, personToken } = knowing.seat;
    const answer = await fetch(`${server.origin}/api/play/rounds/${roundId}/review`, {
      headers: { authorization: `Bearer ${personToken}` },
    });
    const review = (await answer.json()) as ReplyOf<typeof joinRoutes.review>;
    // Nothing that the contract does not name.
    expect(joinRoutes.review.reply && z.safeParse(joinRoutes.review.reply, review).data).toEqual(review);
    const { questions } = review;
    expect(questions.map(({ verdict }) => verdict)).toEqual(Array(ANSWERS.length).fill('right'));
    const { question: ordering, revelation } = questions[3] ?? {};
    expect(ordering?.options.map(({ id }) => id)).toEqual(['s1', 's2', 's3', 's4']);
    expect(revelation?.key).toEqual(questions[3]?.choice);
    expect(questions[5]?.choice).toEqual({ kind: 'text', blanks: ['预防', ' 治 理。'] });
    expect(questions[6]?.choice).toMatchObject({ kind: 'hotspot', points: [CABLE] });
    expect(questions[7]?.revelation.key).toMatchObject({ kind: 'hotspot', zones: [{ label: '灭火器' }] });

    const { body } = await desk.get(`/api/rounds/${roundId}/results`);
    const { questions: results } = body as { questions: QuestionResult[] };
    expect(results.map((each) => QuestionResult.safeParse(each).data)).toEqual(results);
    expect(results[7]?.distribution.heat).toEqual({
      ...{ columns: 32, rows: 21 },
      cells: [
        [0, 0, 1],
        [29, 12, 1],
      ],
    });
    expect(results[3]?.distribution.choices.map(({ id }) => id).sort()).toEqual(['s1', 's2', 's3', 's4']);
    expect(results[4]?.distribution.choices).toEqual([
      { id: '18', count: 1 },
      { id: '19.5', count: 1 },
    ]);
  });

  it('has had a question of each kind', () => {
    expect(new Set(host.view?.view.questions.map(({ kind }) => kind))).toEqual(new Set(QUESTION_KINDS));
  });
});
