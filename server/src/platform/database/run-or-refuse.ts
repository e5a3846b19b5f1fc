import type { EntityManager } from 'typeorm';
import { type RefusalValue, type Result } from '../../domain/shared/result.js';

/** Carries a refusal out of a transaction, which rolls back. */
class Refused extends Error {
  constructor(readonly refusal: RefusalValue) {
    super(refusal.code);
  }
}

/** Opens a transaction, such as that of a unit of work. */
type Run = <T>(work: (tx: EntityManager) => Promise<T>) => Promise<T>;

/** A transaction that leaves no trace when it ends in a refusal. */
export async function runOrRefuse<T>(run: Run, work: (tx: EntityManager) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await run(async (tx) => {
      const outcome = await work(tx);
      if (!outcome.ok) throw new Refused(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
