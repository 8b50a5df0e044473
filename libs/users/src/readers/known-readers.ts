import { Injectable } from '@nestjs/common';
import { Readers } from '@pipit/access';
import type { UserActor } from '@pipit/kernel';
import { DataSource } from 'typeorm';
import { SessionActors } from '../queries/session-actors.js';
import { passwordMark, ReaderTokens, type ReaderClaims } from './reader-tokens.js';

interface RestrictionRow {
  readonly id: number;
  readonly restriction: 'login' | 'groups' | 'password';
  readonly hash: string | null;
}

/** By which rule who passes what. Administrators need no group, but a password they do not know stops them too. */
const PASSED = `SELECT r.id, r.restriction, r.password_hash AS hash FROM view_restriction r
  WHERE (r.restriction = 'password' AND r.id = ANY ($1::int[]))
     OR (r.restriction = 'login' AND $2::boolean)
     OR (r.restriction = 'groups' AND ($3::boolean OR EXISTS (SELECT 1 FROM view_restriction_group m
          WHERE m.view_restriction_id = r.id AND m.group_id = ANY ($4::int[]))))`;

/** Whom reader tokens stand for, and what they open now: sessions, groups and passwords are asked about each time. */
@Injectable()
export class KnownReaders extends Readers {
  constructor(
    private readonly tokens: ReaderTokens,
    private readonly actors: SessionActors,
    private readonly dataSource: DataSource,
  ) {
    super();
  }

  async passed(given: string): Promise<readonly number[]> {
    const claims = this.tokens.read(given);
    if (claims.length === 0) return [];
    const people = (await Promise.all(claims.map((claim) => this.personOf(claim)))).filter((person) => person !== null);
    const rows: RestrictionRow[] = await this.dataSource.query(PASSED, [
      claims.flatMap(({ passwords }) => [...passwords.keys()]),
      people.length > 0,
      people.some(({ isAdministrator }) => isAdministrator),
      people.flatMap(({ groupIds }) => groupIds),
    ]);
    return rows.filter((row) => row.restriction !== 'password' || knows(claims, row)).map(({ id }) => id);
  }

  private async personOf({ person }: ReaderClaims): Promise<UserActor | null> {
    return person && this.actors.find(person.sessionId, person.userId);
  }
}

/** The password is still the one that was right when the token was made. */
function knows(claims: readonly ReaderClaims[], { id, hash }: RestrictionRow): boolean {
  return hash !== null && claims.some(({ passwords }) => passwords.get(id) === passwordMark(hash));
}
