import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PasswordHasher } from '@pipit/access';
import { hash, verify, type Algorithm } from '@node-rs/argon2';

/** The library declares it as a const enum, which compilers that see one file at a time cannot read. */
const ARGON2ID = 2 as Algorithm;
/** OWASP's floor for argon2id; about 20 ms on a server core. */
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes passwords and compares them, off the main thread. */
@Injectable()
export class PasswordHashes extends PasswordHasher {
  /** Compared with when there is no hash, so that an unknown account takes as long to refuse as a wrong password. */
  private readonly decoy = hash(randomBytes(24), COST);

  /** The hash to store. */
  hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), COST);
  }

  /** Does the password fit the stored hash? Takes the same time whether there is one or not. */
  async matches(password: string, stored: string | null): Promise<boolean> {
    const fits = await verify(stored ?? (await this.decoy), password.normalize('NFKC'));
    return fits && stored !== null;
  }
}
