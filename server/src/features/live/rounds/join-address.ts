import { Injectable } from '@nestjs/common';
import { PublicAddress } from '../../../platform/config/public-address.js';
import type { LiveRoundEntity } from '../entities/live-round.entity.js';

/** Where phones find a round: under the address of the server, unless the host chose another of the machine's. */
@Injectable()
export class JoinAddress {
  constructor(private readonly address: PublicAddress) {}

  joinUrl(row: Pick<LiveRoundEntity, 'joinOrigin' | 'joinToken'>): string {
    return `${this.originFor(row)}/j/${row.joinToken}`;
  }

  originFor(row: Pick<LiveRoundEntity, 'joinOrigin'>): string {
    return this.address.origin(row.joinOrigin);
  }

  /** What the host may choose from, best first; empty when the operator has decided. */
  origins(): string[] {
    return this.address.origins();
  }
}
