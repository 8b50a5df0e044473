import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Inject, Injectable } from '@nestjs/common';
import { PasswordHasher } from '@pipit/access';
import { Turns } from '@pipit/kernel';
import { hash, verify, type Algorithm } from '@node-rs/argon2';
import { UsersConfig } from '../users.options.js';

/** The library declares it as a const enum, which compilers that see one file at a time cannot read. */
const ARGON2ID = 2 as Algorithm;
/** OWASP's floor for argon2id; about 20 ms on a server core. */
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const PARAMETERS = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/;
/** Half of the processors: the rest answers those who are signed in. One thread of the pool stays for files. */
const AT_ONCE = Math.max(1, Math.min(3, Math.floor(availableParallelism() / 2)));

/** Who may pass: those of whom we know that they were here before are not held up by a flood of strangers. */
export type HashLine = 'first' | 'others';

/**
 * Hashes passwords and compares them, off the main thread. Few at once and a bounded number waiting; whoever comes then
 * is told to try again (`unavailable`, with Retry-After), so that guessing takes neither processor nor memory from others.
 */
@Injectable()
export class PasswordHashes extends PasswordHasher {
  private readonly turns: Turns;
  /** Compared with when there is no hash, so that an unknown account takes as long to refuse as a wrong password. */
  private readonly decoy = hash(randomBytes(24), COST);

  constructor(@Inject(UsersConfig) { hashQueueLength }: Pick<UsersConfig, 'hashQueueLength'>) {
    super();
    this.turns = new Turns({
      concurrency: AT_ONCE,
      length: hashQueueLength,
      refusal: 'Too many people are signing in at the moment.',
      retryAfter: 1,
    });
  }

  /** The hash to store. */
  hash(password: string): Promise<string> {
    return this.turns.run(() => hash(password.normalize('NFKC'), COST), 'first');
  }

  /** Does the password fit the stored hash? Takes the same time whether there is one or not. */
  async matches(password: string, stored: string | null, line: HashLine = 'others'): Promise<boolean> {
    const against = stored ?? (await this.decoy);
    const fits = await this.turns.run(() => verify(against, password.normalize('NFKC')), line);
    return fits && stored !== null;
  }

  /** Throws `unavailable` when nobody more can wait. */
  requireRoom(line: HashLine): void {
    this.turns.requireRoom(line);
  }

  /** Was it made when a hash cost less? */
  isOutdated(stored: string): boolean {
    const [, memory = '0', time = '0'] = PARAMETERS.exec(stored) ?? [];
    return Number(memory) < COST.memoryCost || Number(time) < COST.timeCost;
  }
}
