import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config.js';
import { lanOrigins } from '../../../platform/config/lan-origins.js';
import type { LiveRoundEntity } from '../entities/live-round.entity.js';

/** Where phones find this server: PUBLIC_URL, else what the host chose, else the machine's best address. */
@Injectable()
export class JoinAddress {
  constructor(private readonly config: Config) {}

  joinUrl(row: Pick<LiveRoundEntity, 'joinOrigin' | 'joinToken'>): string {
    return `${this.originFor(row)}/j/${row.joinToken}`;
  }

  originFor(row: Pick<LiveRoundEntity, 'joinOrigin'>): string {
    const origins = this.origins();
    // A choice counts as long as the machine still has that address.
    const chosen = origins.find((origin) => origin === row.joinOrigin);
    return this.config.publicUrl ?? chosen ?? origins[0] ?? `http://localhost:${this.config.port}`;
  }

  /** What the host may choose from, best first; empty when the operator has decided. */
  origins(): string[] {
    if (this.config.publicUrl !== null) return [];
    return lanOrigins(this.config.port, this.config.tls === null ? 'http' : 'https');
  }
}
