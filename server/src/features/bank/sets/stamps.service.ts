import type { Stamp } from '@anquanli/contract/bank.js';
import { Injectable } from '@nestjs/common';
import { IdentityApi } from '../../identity/identity.api.js';

/** Gives accounts their names: who did something, as people know them. */
export type NameOf = (accountId: string | null) => string | null;

/** Stamps in the words of the wire. */
@Injectable()
export class Stamps {
  constructor(private readonly identity: IdentityApi) {}

  /** Looks the names up once for all of them. */
  async namesOf(accountIds: readonly (string | null)[]): Promise<NameOf> {
    const ids = [...new Set(accountIds.filter((id) => id !== null))];
    const names = ids.length === 0 ? new Map<string, string>() : await this.identity.accountName(ids);
    return (id) => (id === null ? null : (names.get(id) ?? null));
  }
}

export function stamp(at: number, by: string | null, nameOf: NameOf): Stamp {
  return { at, by: nameOf(by) };
}
