import type { Attempt } from '@anquanli/contract/contest';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ContestAttemptEntity } from '../../src/features/contest/entities/contest-attempt.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ContestPlace } from '../support/a-contest.js';
import { DAY_MS, dayOf, outage, passTime } from '../support/contests.js';
import { ENGINES, type Place } from '../support/engines.js';
import { until } from '../support/until.js';

const LIMIT_MS = 150_000;

describe.each(ENGINES)('attempts on $engine', ({ place }) => {
  let at: Place;
  let here: ContestPlace;
  let contestId: string;

  beforeAll(async () => {
    at = await place();
    here = await ContestPlace.open(at);
    contestId = await here.contest();
  }, 60_000);

  afterAll(async () => {
    await here.remove();
    await at.remove();
  });

  const newcomer = (name: string, unit = '机修班', contest = contestId) => here.contestant(contest, unit, name);
  const rowOf = ({ attemptId }: Attempt) =>
    here.server.app.get(UnitOfWork).read((manager) => manager.findOneByOrFail(ContestAttemptEntity, { id: attemptId }));

  it('go from the paper over saved answers to the result', async () => {
    const person = await newcomer('张三');
    expect(await person.home()).toMatchObject({ attemptsLeft: 1, open: null, questions: 3, limitSeconds: 150 });
    const paper = await person.start();
    expect(paper).toMatchObject({ state: 'open', kind: 'counting', day: dayOf(here.clock.now()), result: null });
    expect(paper.questions.map(({ lineNo }) => lineNo)).toEqual([1, 2, 3]);
    expect(paper.deadlineAt - paper.startedAt).toBe(LIMIT_MS);
    const settled = await person.play(paper, 2);
    expect(settled.result).toMatchObject({ right: 2, asked: 3, points: 2, isPassed: true, by: 'person' });
    expect(settled.result?.lines.map(({ verdict }) => verdict)).toEqual(['right', 'right', 'wrong']);
    expect(settled.result?.lines[0]?.revelation.explanation).toBe('因为如此。');
    expect(await person.home()).toMatchObject({ attemptsLeft: 0, missed: 1, daysDone: [paper.day] });
    expect((await person.tryStart()).body).toMatchObject({ code: 'no_attempts_left' });
  });

  it('tell nothing of the key before the end, and name options for this paper alone', async () => {
    const person = await newcomer('李四');
    const paper = await person.start();
    const saved = await person.answer(paper.attemptId, 1, await person.choice(paper, 1, true));
    expect(saved.body).toMatchObject({ lineNo: 1, feedback: null });
    expect(JSON.stringify(await person.look(paper.attemptId))).not.toMatch(/explanation|verdict|"key"/u);
    for (const { options } of paper.questions)
      expect(options.map(({ id }) => id)).toEqual(options.map((_, index) => `o${index + 1}`));
  });

  it('are one attempt in two tabs, on two phones, and when every request comes five times', async () => {
    const person = await newcomer('王五');
    const started = await Promise.all(Array.from({ length: 5 }, () => person.start()));
    expect(new Set(started.map(({ attemptId }) => attemptId)).size).toBe(1);
    const [paper] = started;
    if (paper === undefined) throw new Error('no paper');
    const choice = await person.choice(paper, 1, true);
    const answers = await Promise.all(Array.from({ length: 5 }, () => person.answer(paper.attemptId, 1, choice)));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
    const results = await Promise.all(Array.from({ length: 5 }, () => person.submit(paper.attemptId)));
    expect(new Set(results.map(({ result }) => JSON.stringify(result))).size).toBe(1);
    expect((await person.home()).standing).toMatchObject({ attempts: 1, points: 1 });
    // Repeated after the end it is answered as before; another choice is not.
    expect((await person.answer(paper.attemptId, 1, choice)).status).toBe(200);
    const other = await person.choice(paper, 1, false);
    expect((await person.answer(paper.attemptId, 1, other)).body).toMatchObject({ code: 'attempt_over' });
  });

  it('may be left and gone on with, an answer changed until the end', async () => {
    const person = await newcomer('赵六');
    const paper = await person.start();
    await person.answer(paper.attemptId, 1, await person.choice(paper, 1, false));
    await passTime(here.server, here.clock, 60_000);
    const again = await person.start();
    expect(again).toMatchObject({ attemptId: paper.attemptId, deadlineAt: paper.deadlineAt });
    expect(again.answers).toHaveLength(1);
    await person.answer(paper.attemptId, 1, await person.choice(paper, 1, true));
    expect((await person.submit(paper.attemptId)).result).toMatchObject({ right: 1, timeMs: expect.any(Number) });
    expect((await rowOf(paper)).timeMs).toBeGreaterThanOrEqual(60_000);
  });

  it('are handed in by the clock with what was saved: by being read, and by itself for the boards', async () => {
    const [reader, sleeper] = [await newcomer('钱七'), await newcomer('孙八')];
    const [read, slept] = [await reader.start(), await sleeper.start()];
    for (const [person, paper] of [
      [reader, read],
      [sleeper, slept],
    ] as const)
      await person.answer(paper.attemptId, 1, await person.choice(paper, 1, true));
    await passTime(here.server, here.clock, LIMIT_MS + 701);
    const looked = await reader.look(read.attemptId);
    expect(looked).toMatchObject({ state: 'settled', result: { right: 1, by: 'time', timeMs: LIMIT_MS } });
    const late = await reader.answer(read.attemptId, 2, await reader.choice(read, 2, true));
    expect(late.body).toMatchObject({ code: 'attempt_over' });
    await until(async () => (await rowOf(slept)).state === 'settled', 10_000);
    expect(await rowOf(slept)).toMatchObject({ settledBy: 'time', rightCount: 1 });
  });

  it('count every answer that was acknowledged, also one that came while the paper was handed in', async () => {
    const often = await here.contest({ attemptsADay: 4 });
    const people = await Promise.all(Array.from({ length: 20 }, (_, at) => newcomer(`众${at}`, '机修班', often)));
    const played = people.map(async (person) => {
      const told: boolean[] = [];
      for (let round = 0; round < 4; round += 1) {
        const paper = await person.start();
        const choice = await person.choice(paper, 1, true);
        const [saved, ended] = await Promise.all([
          person.answer(paper.attemptId, 1, choice),
          person.submit(paper.attemptId),
        ]);
        expect([200, 409]).toContain(saved.status);
        told.push((saved.status === 200) === (ended.result?.lines[0]?.choice !== null));
        expect((await rowOf(paper)).rightCount).toBe(saved.status === 200 ? 1 : 0);
      }
      return told;
    });
    expect((await Promise.all(played)).flat()).toEqual(Array(80).fill(true));
  }, 60_000);

  it('take what arrives within the grace, and nothing after', async () => {
    const person = await newcomer('周九');
    const paper = await person.start();
    await person.answer(paper.attemptId, 1, await person.choice(paper, 1, true));
    await passTime(here.server, here.clock, paper.deadlineAt - here.clock.now() + 300);
    const inGrace = await person.answer(paper.attemptId, 2, await person.choice(paper, 2, true));
    expect(inGrace.status).toBe(200);
    await passTime(here.server, here.clock, 500);
    const after = await person.answer(paper.attemptId, 3, await person.choice(paper, 3, true));
    expect(after.body).toMatchObject({ code: 'attempt_over' });
    expect((await person.look(paper.attemptId)).result).toMatchObject({ right: 2, timeMs: LIMIT_MS });
  });

  it('lose no time to an outage of the server', async () => {
    const person = await newcomer('吴十');
    const paper = await person.start();
    await person.answer(paper.attemptId, 1, await person.choice(paper, 1, true));
    await outage(here.server, here.clock, LIMIT_MS * 2);
    const looked = await person.look(paper.attemptId);
    expect(looked.state).toBe('open');
    expect(looked.deadlineAt).toBeGreaterThanOrEqual(paper.deadlineAt + LIMIT_MS * 2);
    expect((await person.submit(paper.attemptId)).result?.timeMs).toBeLessThan(30_000);
  });

  it('that ran out without an answer are given back once by themselves', async () => {
    const person = await newcomer('郑一');
    const first = await person.start();
    await passTime(here.server, here.clock, LIMIT_MS + 701);
    expect(await person.look(first.attemptId)).toMatchObject({ state: 'returned', result: null });
    expect(await person.home()).toMatchObject({ attemptsLeft: 1, daysDone: [] });
    const second = await person.start();
    await passTime(here.server, here.clock, LIMIT_MS + 701);
    expect(await person.look(second.attemptId)).toMatchObject({ state: 'settled', result: { right: 0 } });
    expect((await person.tryStart()).body).toMatchObject({ code: 'no_attempts_left' });
  });

  it('belong to the day of their start, also when they end after midnight', async () => {
    const person = await newcomer('冯二');
    const zone = 8 * 3_600_000;
    const toMidnight = DAY_MS - ((here.clock.now() + zone) % DAY_MS);
    await passTime(here.server, here.clock, toMidnight - 30_000);
    const today = dayOf(here.clock.now());
    const paper = await person.start();
    await passTime(here.server, here.clock, 60_000);
    expect(dayOf(here.clock.now())).not.toBe(today);
    expect(await person.play(paper, 3)).toMatchObject({ day: today, result: { right: 3, points: 4 } });
    expect(await person.home()).toMatchObject({ attemptsLeft: 1, daysDone: [today] });
  });

  it('explain after each question where the contest says so, and then an answer stands', async () => {
    const each = await here.contest({ feedback: 'each' });
    const person = await newcomer('陈三', '机修班', each);
    const paper = await person.start();
    const wrong = await person.choice(paper, 1, false);
    const saved = await person.answer(paper.attemptId, 1, wrong);
    expect(saved.body).toMatchObject({ feedback: { verdict: 'wrong', revelation: { explanation: '因为如此。' } } });
    expect((await person.answer(paper.attemptId, 1, wrong)).body).toEqual(saved.body);
    const changed = await person.answer(paper.attemptId, 1, await person.choice(paper, 1, true));
    expect(changed.body).toMatchObject({ code: 'already_answered' });
  });

  it('refuse choices that are none, questions that are none, and somebody else’s paper', async () => {
    const [person, other] = [await newcomer('褚四'), await newcomer('卫五')];
    const paper = await person.start();
    const strange = await person.answer(paper.attemptId, 1, { kind: 'single', option: 'zzz' });
    expect(strange.body).toMatchObject({ code: 'choice_invalid' });
    const choice = await person.choice(paper, 1, true);
    expect((await person.answer(paper.attemptId, 99, choice)).body).toMatchObject({ code: 'not_found' });
    expect((await other.answer(paper.attemptId, 1, choice)).body).toMatchObject({ code: 'not_found' });
    expect((await other.phone.get(`/api/attempts/${paper.attemptId}`)).body).toMatchObject({ code: 'not_found' });
  });

  it('are for registered people of the audience, within days and hours', async () => {
    const gas = await here.contest({ audience: { unitIds: [here.ids['燃气'] ?? ''], sectors: [] } });
    const water = await here.contest({ audience: { unitIds: [], sectors: ['城镇供水'] } });
    const later = await here.contest({ firstDay: dayOf(here.clock.now() + 2 * DAY_MS) });
    const driver = await here.phone('一车队', '蒋六');
    expect((await here.at(gas, driver).tryStart()).body).toMatchObject({ code: 'contest_not_for_unit' });
    expect((await here.at(water, driver).tryStart()).body).toMatchObject({ code: 'contest_not_for_unit' });
    expect((await here.at(later, driver).tryStart()).body).toMatchObject({
      ...{ code: 'contest_not_open', details: { opensAt: expect.any(Number) } },
    });
    const { contests } = (await driver.get('/api/contests')).body as { contests: { contestId: string }[] };
    const ids = contests.map((each) => each.contestId);
    expect([ids.includes(contestId), ids.includes(gas), ids.includes(water), ids.includes(later)]).toEqual([
      ...[true, false, false, true],
    ]);
    const named = await here.contest({ asksEmployeeNo: true });
    expect((await here.at(named, driver).tryStart()).body).toMatchObject({ code: 'employee_no_needed' });
    await driver.put('/api/me/employee-no', { employeeNo: 'B7' });
    expect((await here.at(named, driver).tryStart()).status).toBe(200);
  });

  it('draw other questions than the last papers had', async () => {
    const often = await here.contest({ attemptsADay: 4 });
    const person = await newcomer('沈七', '机修班', often);
    const stems: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const paper = await person.start();
      stems.push(...paper.questions.map(({ stem }) => stem));
      await person.play(paper, 1);
    }
    expect(new Set(stems).size).toBe(12);
  });

  it('for practice explain at once, count for nothing, and end with the day’s limit', async () => {
    const practising = await here.contest({ practice: { perDay: 2 } });
    const person = await newcomer('韩八', '机修班', practising);
    for (let round = 0; round < 2; round += 1) {
      const paper = await person.start('practice');
      const told = await person.answer(paper.attemptId, 1, await person.choice(paper, 1, false));
      expect(told.body).toMatchObject({ feedback: { verdict: 'wrong' } });
      expect((await person.submit(paper.attemptId)).result).toMatchObject({ points: 0 });
    }
    expect((await person.tryStart('practice')).body).toMatchObject({ code: 'no_attempts_left' });
    const home = await person.home();
    expect(home).toMatchObject({ practice: { perDay: 2, doneToday: 2 }, missed: 2, standing: { attempts: 0 } });
  });

  it('of the notebook ask missed questions again until they were right twice', async () => {
    const contest = await here.contest();
    const person = await newcomer('杨九', '机修班', contest);
    expect((await person.tryStart('notebook')).body).toMatchObject({ code: 'nothing_missed' });
    await person.playToday(1);
    expect((await person.home()).missed).toBe(2);
    for (const missedAfter of [2, 0]) {
      const again = await person.start('notebook');
      expect(again.questions).toHaveLength(2);
      await person.play(again, 2);
      expect((await person.home()).missed).toBe(missedAfter);
    }
    expect((await person.tryStart('notebook')).body).toMatchObject({ code: 'nothing_missed' });
  });
});
