import { Injectable } from '@nestjs/common';
import { Config } from './config.js';
import { lanOrigins } from './lan-origins.js';

/** Where phones find this server. */
@Injectable()
export class PublicAddress {
  constructor(private readonly config: Config) {}

  /** PUBLIC_URL, else what was chosen as long as the machine still has that address, else its best one. */
  origin(chosen: string | null = null): string {
    const origins = this.origins();
    const kept = origins.find((origin) => origin === chosen);
    return this.config.publicUrl ?? kept ?? origins[0] ?? `http://localhost:${this.config.port}`;
  }

  /** What may be chosen from, best first; empty when the operator has decided. */
  origins(): string[] {
    if (this.config.publicUrl !== null) return [];
    return lanOrigins(this.config.port, this.config.tls === null ? 'http' : 'https');
  }
}
