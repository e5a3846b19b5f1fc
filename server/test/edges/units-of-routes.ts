import { peopleRoutes } from '@anquanli/contract/people';
import { peopleDeskRoutes } from '@anquanli/contract/people-desk';
import { rosterRoutes, type RosterImportPreview } from '@anquanli/contract/rosters';
import { unitFileRoutes, type UnitImportPreview } from '@anquanli/contract/unit-files';
import { unitRoutes } from '@anquanli/contract/units';
import type { Browser } from '../support/browser.js';
import type { TestServer } from '../support/start-server.js';
import { aWorkbook } from '../support/tables.js';
import { aToken, aUnitContent, Phone, UnitsDesk } from '../support/units.js';
import type { Example } from './hall-of-routes.js';

/** Units with codes and a captain, people who registered, a phone that asks to be somebody. */
export async function furnishUnits(server: TestServer, admin: Browser): Promise<Example[]> {
  const desk = new UnitsDesk(admin);
  const city = (await desk.add(null, { name: '吉林市', kind: 'region' })).id;
  const gas = (await desk.add(city, { name: '城投燃气', kind: 'enterprise', headCount: 40, code: '9122-0101' })).id;
  const [team, other, moved, retired] = [
    await desk.add(gas, { name: '机修班' }),
    await desk.add(gas, { name: '巡线班' }),
    await desk.add(gas, { name: '抢修班' }),
    await desk.add(gas, { name: '夜班' }),
  ];
  const code = await desk.code(team.id);
  const phone = new Phone(server.origin);
  const { personToken } = phone;
  const registered = (await phone.register(code, '张三')).body as {
    recoveryCode: string;
    participant: { personId: string };
  };
  const claim = (await new Phone(server.origin).claim(code, '张三')).body as { claimId: string; claimSecret: string };
  const captain = { name: '张班长', password: 'captain-of-tests' };
  const { id: accountId } = (await admin.post(`/api/units/${team.id}/captains`, captain)).body as { id: string };
  const byUnit = { params: { unitId: team.id } };
  const { personId } = registered.participant;
  const byPerson = { params: { personId } };
  const byClaim = { params: { claimId: claim.claimId } };
  const content = aWorkbook(
    ['上级单位', '单位名称', '类型'],
    ['吉林市', '热力公司', '企业'],
    ['吉林市 / 没有', '甲', '班组'],
  );
  const { digest } = (await admin.post('/api/unit-files/preview', { content })).body as UnitImportPreview;
  const names = { content: aWorkbook(['姓名', '工号'], ['王五', 'C3']), unitId: team.id, removesMissing: false };
  const look = (await admin.post('/api/roster-files/preview', names)).body as RosterImportPreview;
  const newcomer = { code, name: '李四', personToken: aToken() };
  return [
    { route: unitRoutes.list, input: {} },
    { route: unitRoutes.create, input: { body: { parentId: gas, content: aUnitContent({ name: '二班' }) } } },
    {
      route: unitRoutes.update,
      input: { ...byUnit, body: { version: 1, content: aUnitContent({ headCount: 12, aliases: ['维修班'] }) } },
    },
    { route: unitRoutes.move, input: { params: { unitId: moved.id }, body: { version: 1, parentId: city } } },
    { route: unitRoutes.merge, input: { params: { unitId: other.id }, body: { version: 1, into: team.id } } },
    { route: unitRoutes.retire, input: { params: { unitId: retired.id }, body: { version: 1, isRetired: true } } },
    { route: unitRoutes.history, input: byUnit },
    { route: unitRoutes.codes, input: byUnit },
    {
      route: unitRoutes.rotateCode,
      input: { ...byUnit, body: { expiresAt: 4_102_444_800_000, oldUntil: 4_102_444_800_000 } },
    },
    { route: unitRoutes.revokeCode, input: { params: { unitId: team.id, code } } },
    { route: unitRoutes.makeCodes, input: { params: { unitId: gas } } },
    { route: unitRoutes.posters, input: byUnit },
    { route: unitRoutes.captains, input: byUnit },
    { route: unitRoutes.createCaptain, input: { ...byUnit, body: { ...captain, name: '李班长' } } },
    {
      route: unitRoutes.updateCaptain,
      input: { params: { unitId: team.id, accountId }, body: { isDisabled: true, password: 'another-captain' } },
    },
    { route: unitFileRoutes.preview, input: { body: { content } } },
    { route: unitFileRoutes.bringIn, input: { body: { content, digest } } },
    { route: unitFileRoutes.export, input: { query: { unitId: gas, language: 'zh' } } },
    { route: unitFileRoutes.template, input: { query: { language: 'en' } } },
    { route: rosterRoutes.list, input: { ...byUnit, query: { state: 'free', offset: '0' } } },
    { route: rosterRoutes.setRule, input: { params: { unitId: moved.id }, body: { version: 1, isRosterOnly: true } } },
    { route: rosterRoutes.export, input: { ...byUnit, query: { language: 'zh' } } },
    { route: rosterRoutes.preview, input: { body: names } },
    { route: rosterRoutes.bringIn, input: { body: { ...names, digest: look.digest } } },
    { route: rosterRoutes.template, input: { query: { language: 'zh' } } },
    { route: peopleRoutes.findUnit, input: { body: { code } } },
    {
      route: peopleRoutes.register,
      input: { body: { ...newcomer, employeeNo: 'A1024', consentVersion: 1 } },
    },
    { route: peopleRoutes.recover, input: { body: { ...newcomer, recoveryCode: registered.recoveryCode } } },
    { route: peopleRoutes.claim, input: { body: newcomer } },
    { route: peopleRoutes.claimState, input: { ...byClaim, body: { claimSecret: claim.claimSecret } } },
    { route: peopleRoutes.me, input: {}, personToken },
    { route: peopleRoutes.setEmployeeNo, input: { body: { employeeNo: 'A1024' } }, personToken },
    { route: peopleRoutes.newRecoveryCode, input: {}, personToken },
    { route: peopleRoutes.signOutOthers, input: {}, personToken },
    { route: peopleRoutes.exportMe, input: {}, personToken },
    { route: peopleRoutes.eraseMe, input: { body: { name: '李四' } }, personToken },
    {
      route: peopleDeskRoutes.list,
      input: { query: { unitId: gas, status: 'active', search: '张', offset: '0' } },
    },
    {
      route: peopleDeskRoutes.change,
      input: { ...byPerson, body: { action: 'rename', name: '张三丰', employeeNo: null } },
    },
    { route: peopleDeskRoutes.erase, input: { ...byPerson, body: { reason: '本人要求' } } },
    { route: peopleDeskRoutes.export, input: byPerson },
    { route: peopleDeskRoutes.claims, input: {} },
    { route: peopleDeskRoutes.decideClaim, input: { ...byClaim, body: { grant: true, personId, matchCode: '0000' } } },
  ];
}
