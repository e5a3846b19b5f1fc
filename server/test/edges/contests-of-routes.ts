import { contestDeskRoutes } from '@anquanli/contract/contest-desk';
import { contestRoutes, type Attempt } from '@anquanli/contract/contest';
import { reportRoutes } from '@anquanli/contract/reports';
import { Tally } from '../../src/features/contest/scores/tally.service.js';
import { Reports } from '../../src/features/reports/spreadsheets/reports.service.js';
import type { Browser } from '../support/browser.js';
import { aContestSettings, ContestDesk, Contestant } from '../support/contests.js';
import type { TestServer } from '../support/start-server.js';
import { Phone, UnitsDesk } from '../support/units.js';
import type { Example } from './hall-of-routes.js';
import { Clock } from '../../src/platform/clock/clock.js';

/** A contest that runs, with somebody in it: one paper settled, one open, a certificate, a report. In a region of its own. */
export async function furnishContests(server: TestServer, admin: Browser): Promise<Example[]> {
  const units = new UnitsDesk(admin);
  const city = (await units.add(null, { name: '通化', kind: 'region' })).id;
  const mine = (await units.add(city, { name: '矿业', kind: 'enterprise', headCount: 9, sector: '矿山' })).id;
  const phone = new Phone(server.origin);
  await phone.register(await units.code(mine), '吴十');
  const { personId } = await phone.me();
  const desk = new ContestDesk(admin);
  const settings = aContestSettings(server.app.get(Clock).now(), {
    sets: [{ setId: 'test-set', version: '1.0.0' }],
    blueprint: [{ count: 2, setIds: ['test-set'], categories: [], kinds: [], difficulties: [] }],
    audience: { unitIds: [city], sectors: [] },
    limitSeconds: null,
    attemptsADay: 3,
  });
  const draft = (await desk.create({ ...settings, title: '草稿' })).body as { id: string };
  const ready = (await desk.create({ ...settings, title: '待发布' })).body as { id: string };
  const { id: contestId, version } = await desk.publish(settings);
  const person = new Contestant(server, phone, contestId);
  const settled = await person.playToday(2);
  const open = await person.start();
  const choice = await person.choice(open, 1, true);
  const { number } = (await phone.post(`/api/contests/${contestId}/certificate`, {})).body as { number: string };
  const reports = `/api/desk/contests/${contestId}/reports`;
  const { id: reportId } = (await admin.post(reports, { kind: 'days', language: 'zh' })).body as { id: string };
  await contestsAreQuiet(server);
  const { personToken } = phone;
  const byContest = { params: { contestId } };
  const byAttempt = ({ attemptId }: Attempt) => ({ params: { attemptId } });
  const byReport = { params: { contestId, reportId } };
  const { sets, blueprint } = settings;
  const board = { measure: 'rate', offset: '0' };
  return [
    { route: contestRoutes.list, input: {}, personToken },
    { route: contestRoutes.home, input: byContest, personToken },
    {
      ...{ route: contestRoutes.start, personToken },
      input: { ...byContest, body: { kind: 'counting', deviceId: 'ab'.repeat(16) } },
    },
    { route: contestRoutes.attempt, input: byAttempt(open), personToken },
    {
      ...{ route: contestRoutes.answer, personToken },
      input: { params: { attemptId: open.attemptId, lineNo: '1' }, body: { choice } },
    },
    { route: contestRoutes.submit, input: byAttempt(open), personToken },
    { route: contestRoutes.peopleBoard, input: { ...byContest, query: { scope: 'all', offset: '0' } }, personToken },
    {
      ...{ route: contestRoutes.unitBoard, personToken },
      input: { params: { contestId, board: 'units' }, query: board },
    },
    { route: contestRoutes.certificate, input: byContest, personToken },
    { route: contestRoutes.verify, input: { params: { number } } },
    { route: contestDeskRoutes.list, input: {} },
    { route: contestDeskRoutes.create, input: { body: { settings } } },
    { route: contestDeskRoutes.one, input: byContest },
    { route: contestDeskRoutes.update, input: { ...byContest, body: { version, settings } } },
    { route: contestDeskRoutes.remove, input: { params: { contestId: draft.id } } },
    { route: contestDeskRoutes.publish, input: { params: { contestId: ready.id }, body: { version: 1 } } },
    { route: contestDeskRoutes.check, input: { body: { sets, blueprint } } },
    { route: contestDeskRoutes.dashboard, input: byContest },
    { route: contestDeskRoutes.units, input: byContest },
    { route: contestDeskRoutes.unitBoard, input: { params: { contestId, board: 'regions' }, query: board } },
    { route: contestDeskRoutes.people, input: { ...byContest, query: { unitId: mine, search: '吴', offset: '0' } } },
    { route: contestDeskRoutes.attemptsOf, input: { params: { contestId, personId } } },
    { route: contestDeskRoutes.findings, input: byContest },
    {
      route: contestDeskRoutes.judge,
      input: { ...byAttempt(settled), body: { isRemoved: true, reason: '两人共用一部手机' } },
    },
    { route: contestDeskRoutes.giveBack, input: { ...byAttempt(settled), body: { reason: '停电' } } },
    { route: contestDeskRoutes.log, input: byContest },
    { route: reportRoutes.list, input: byContest },
    { route: reportRoutes.make, input: { ...byContest, body: { kind: 'units', language: 'en' } } },
    { route: reportRoutes.file, input: byReport },
    { route: reportRoutes.remove, input: byReport },
    { route: reportRoutes.bulletins, input: byContest },
    { route: reportRoutes.bulletin, input: { params: { contestId, week: 'now' } } },
  ];
}

/** What contests do behind everybody's back is done: reports are written, attempts are tallied. */
export async function contestsAreQuiet(server: Pick<TestServer, 'app'>): Promise<void> {
  await server.app.get(Reports).idle();
  await server.app.get(Tally).catchUp();
}
