import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountEntity } from '../../src/features/identity/entities/account.entity.js';
import { isDuplicateKey } from '../../src/platform/database/database-errors.js';
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { anAccount } from '../support/an-account.js';

/** What every unit of work promises, whatever the engine. */
export function unitOfWorkContract(
  name: string,
  open: () => Promise<{ unitOfWork: UnitOfWork; close: () => Promise<void> }>,
): void {
  describe(`unit of work on ${name}`, () => {
    let unitOfWork: UnitOfWork;
    let close: () => Promise<void>;

    beforeAll(async () => {
      ({ unitOfWork, close } = await open());
    }, 120_000);

    afterAll(async () => close());

    const find = (nameKey: string) => unitOfWork.read((manager) => manager.findOneBy(AccountEntity, { nameKey }));
    const insert = (nameKey: string) => unitOfWork.run((tx) => tx.insert(AccountEntity, anAccount({ nameKey })));

    it('keeps what a resolved transaction wrote, times as numbers and flags as booleans', async () => {
      await unitOfWork.run((tx) =>
        tx.insert(AccountEntity, anAccount({ nameKey: 'kept', createdAt: 1_781_571_600_123 })),
      );
      expect(await find('kept')).toMatchObject({ createdAt: 1_781_571_600_123, lastSignInAt: null, isDisabled: false });
    });

    it('takes back everything when the work throws, and tells the reason', async () => {
      const failing = unitOfWork.run(async (tx) => {
        await tx.insert(AccountEntity, anAccount({ nameKey: 'undone' }));
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await find('undone')).toBeNull();
    });

    it('does not show a reader what is not committed', async () => {
      const [written, looked] = [signal(), signal()];
      const writing = unitOfWork.run(async (tx) => {
        await tx.insert(AccountEntity, anAccount({ nameKey: 'hidden' }));
        written.give();
        await looked.given;
      });
      await written.given;
      expect(await find('hidden')).toBeNull();
      looked.give();
      await writing;
      expect(await find('hidden')).not.toBeNull();
    });

    it('throws at whoever asks it for more inside a transaction, instead of waiting for itself', async () => {
      await expect(unitOfWork.run(() => find('more'))).rejects.toThrow('its own manager');
      await expect(unitOfWork.run(() => insert('more'))).rejects.toThrow('its own manager');
      await insert('more');
    });

    it('comes through with many more transactions at once than it has connections', async () => {
      const reading = (nameKey: string) =>
        unitOfWork.run(async (tx) => {
          await tx.insert(AccountEntity, anAccount({ nameKey }));
          return tx.findOneBy(AccountEntity, { nameKey });
        });
      const rows = await Promise.all(Array.from({ length: 100 }, (_, index) => reading(`crowd-${index}`)));
      expect(rows.every((row) => row !== null)).toBe(true);
    });

    it('loses nothing of a transaction that runs beside one that rolls back', async () => {
      const failing = unitOfWork.run(async (tx) => {
        await tx.insert(AccountEntity, anAccount({ nameKey: 'beside-failing' }));
        await tx.query('SELECT COUNT(*) FROM account');
        throw new Error('no');
      });
      const others = Array.from({ length: 20 }, (_, index) => insert(`beside-${index}`));
      await expect(failing).rejects.toThrow('no');
      await Promise.all(others);
      const found = await Promise.all(others.map((_, index) => find(`beside-${index}`)));
      expect(found.every((account) => account !== null)).toBe(true);
    });

    it('lets the unique key decide between two that insert at once', async () => {
      const outcomes = await Promise.allSettled([insert('twin'), insert('twin')]);
      const failed = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
      expect(failed.map(isDuplicateKey)).toEqual([true]);
    });

    it('tells keys apart by case and by accent', async () => {
      await Promise.all([insert('Case'), insert('case'), insert('casé')]);
      expect((await find('Case'))?.nameKey).toBe('Case');
      expect((await find('casé'))?.nameKey).toBe('casé');
    });

    it('loses no step of a counter that many move by compare-and-set', async () => {
      await unitOfWork.run((tx) => tx.insert(AccountEntity, anAccount({ nameKey: 'counter', createdAt: 0 })));
      const step = () =>
        unitOfWork.run(async (tx) => {
          await tx.query(`UPDATE account SET created_at = created_at + 1 WHERE name_key = 'counter'`);
        });
      await Promise.all(Array.from({ length: 50 }, step));
      expect((await find('counter'))?.createdAt).toBe(50);
    });

    it('begins a transaction again when it lost a deadlock, so that both come through', async () => {
      await Promise.all([insert('left'), insert('right')]);
      const touch = (first: string, second: string) =>
        unitOfWork.run(async (tx) => {
          await tx.query(`UPDATE account SET created_at = created_at + 1 WHERE name_key = '${first}'`);
          await tx.query('SELECT COUNT(*) FROM account');
          await tx.query(`UPDATE account SET created_at = created_at + 1 WHERE name_key = '${second}'`);
        });
      const before = (await find('left'))?.createdAt ?? 0;
      await Promise.all(Array.from({ length: 4 }, () => [touch('left', 'right'), touch('right', 'left')]).flat());
      expect((await find('left'))?.createdAt).toBe(before + 8);
      expect((await find('right'))?.createdAt).toBe(before + 8);
    });

    it('keeps Chinese, emoji and rare characters as they are', async () => {
      await insert('张三·𠮷😀');
      expect((await find('张三·𠮷😀'))?.nameKey).toBe('张三·𠮷😀');
    });

    it('says that it is healthy', async () => {
      expect(await unitOfWork.isHealthy(2_000)).toBe(true);
    });
  });
}

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}
