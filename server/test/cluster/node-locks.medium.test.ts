import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Company, NodeLocks } from '../../src/platform/cluster/node-locks.js';
import { createLog } from '../../src/platform/logging/log.js';
import { hasMariadb, type Mariadb, startMariadb } from '../support/mariadb.js';
import { until } from '../support/until.js';

const log = createLog('silent');

(hasMariadb() ? describe : describe.skip)('locks of processes on one database', () => {
  let mariadb: Mariadb;
  let url: string;
  const taken: NodeLocks[] = [];
  let lost = 0;

  beforeAll(async () => {
    mariadb = await startMariadb();
    url = await mariadb.createDatabase();
  }, 120_000);

  afterEach(async () => {
    await Promise.all(taken.splice(0).map((locks) => locks.close()));
    lost = 0;
  });

  afterAll(() => mariadb.remove());

  async function begin(company: Company): Promise<NodeLocks> {
    const locks = await NodeLocks.take(url, company, log, () => (lost += 1));
    taken.push(locks);
    return locks;
  }

  async function started(company: Company): Promise<NodeLocks> {
    const locks = await begin(company);
    await locks.started();
    return locks;
  }

  it('let one process start at a time', async () => {
    const first = await begin('together');
    let isSecond = false;
    const second = begin('together').then(() => (isSecond = true));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isSecond).toBe(false);
    await first.started();
    await second;
  });

  it('give the periodic work to one, and to another when that one is gone', async () => {
    const [first, second] = [await started('together'), await started('together')];
    expect([first.isOnDuty, second.isOnDuty]).toEqual([true, false]);
    await first.close();
    await until(() => second.isOnDuty);
  });

  it('let nobody begin beside a server that knows of no others', async () => {
    await started('alone');
    await expect(begin('together')).rejects.toMatchObject({ english: expect.stringContaining('without REDIS_URL') });
    await expect(begin('alone')).rejects.toMatchObject({ english: expect.stringContaining('same REDIS_URL') });
  }, 60_000);

  it('let no server that knows of no others begin beside those who are there', async () => {
    await started('together');
    await expect(begin('alone')).rejects.toMatchObject({ english: expect.stringContaining('same REDIS_URL') });
  }, 60_000);

  it('keep systems on different databases apart', async () => {
    await started('alone');
    const elsewhere = await NodeLocks.take(await mariadb.createDatabase(), 'alone', log, () => undefined);
    taken.push(elsewhere);
    await elsewhere.started();
    expect(elsewhere.isOnDuty).toBe(true);
  });

  it('are taken again after the database was away', async () => {
    const alone = await started('alone');
    await mariadb.kill();
    await until(() => !alone.isOnDuty);
    await mariadb.start();
    await until(() => alone.isOnDuty);
    await expect(begin('together')).rejects.toMatchObject({ english: expect.stringContaining('without REDIS_URL') });
    expect(lost).toBe(0);
  }, 120_000);
});
