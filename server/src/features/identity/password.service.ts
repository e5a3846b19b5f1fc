import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { Random } from '../../platform/random/random.js';

/** argon2id, 19 MiB, two passes: what OWASP's cheat sheet asks for at least, and the library's own default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

@Injectable()
export class PasswordService {
  /** Compared with when there is no account, so that an unknown name takes as long as a wrong password. */
  private readonly decoy: Promise<string>;

  constructor(random: Random) {
    this.decoy = hash(random.hex(16), COST);
    // Its failure shows where it is awaited.
    this.decoy.catch(() => undefined);
  }

  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  /** The same work whether there is a hash to compare with or not. */
  async matches(storedHash: string | null, password: string): Promise<boolean> {
    const matches = await verify(storedHash ?? (await this.decoy), password);
    return matches && storedHash !== null;
  }
}
