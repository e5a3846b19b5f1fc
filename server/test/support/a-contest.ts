import type { ContestSettings } from '@anquanli/contract/contest-settings';
import { ContestDesk, Contestant, aContestSettings } from './contests.js';
import type { Browser } from './browser.js';
import type { Place } from './engines.js';
import { JumpingClock } from './jumping-clock.js';
import { aContestSet, writeReleases } from './releases.js';
import { startTestServer, type TestServer } from './start-server.js';
import { Phone, UnitsDesk } from './units.js';

/** A server with a province of two cities, three enterprises, and a set to draw papers from. */
export class ContestPlace {
  private constructor(
    readonly server: TestServer,
    readonly clock: JumpingClock,
    readonly admin: Browser,
    readonly units: UnitsDesk,
    readonly desk: ContestDesk,
    /** Unit ids by name. */
    readonly ids: Readonly<Record<string, string>>,
    private readonly codes: Readonly<Record<string, string>>,
  ) {}

  static async open(place: Place): Promise<ContestPlace> {
    const clock = new JumpingClock();
    const server = await startTestServer({
      clock,
      config: { ...(place.database && { database: place.database }) },
      prepare: ({ releasesDir }) => writeReleases(releasesDir, [aContestSet()]),
    });
    const admin = await server.setUpAdmin();
    const units = new UnitsDesk(admin);
    const ids: Record<string, string> = {};
    const add = async (name: string, parent: string | null, changes: object) => {
      ids[name] = (await units.add(parent === null ? null : (ids[parent] ?? ''), { name, ...changes })).id;
    };
    await add('吉林省', null, { kind: 'region' });
    await add('长春', '吉林省', { kind: 'region' });
    await add('吉林', '吉林省', { kind: 'region' });
    await add('燃气', '长春', { kind: 'enterprise', sector: '城镇燃气', headCount: 10 });
    await add('机修班', '燃气', { headCount: 4 });
    await add('巡线班', '燃气', {});
    await add('公交', '长春', { kind: 'enterprise', sector: '道路运输' });
    await add('一车队', '公交', {});
    await add('供水', '吉林', { kind: 'enterprise', sector: '城镇供水', headCount: 2 });
    const codes: Record<string, string> = {};
    for (const name of ['机修班', '巡线班', '一车队', '供水']) codes[name] = await units.code(ids[name] ?? '');
    return new ContestPlace(server, clock, admin, units, new ContestDesk(admin), ids, codes);
  }

  settings(changes: Partial<ContestSettings> = {}): ContestSettings {
    return aContestSettings(this.clock.now(), changes);
  }

  async contest(changes: Partial<ContestSettings> = {}): Promise<string> {
    return (await this.desk.publish(this.settings(changes))).id;
  }

  /** Somebody who registers now. */
  async phone(unit: string, name: string): Promise<Phone> {
    const phone = new Phone(this.server.origin);
    const { status, body } = await phone.register(this.codes[unit] ?? '', name);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return phone;
  }

  async contestant(contestId: string, unit: string, name: string): Promise<Contestant> {
    return this.at(contestId, await this.phone(unit, name));
  }

  at(contestId: string, phone: Phone): Contestant {
    return new Contestant(this.server, phone, contestId);
  }

  remove(): Promise<void> {
    return this.server.remove();
  }
}
