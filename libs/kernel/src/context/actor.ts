/** A signed-in person, as far as permission questions need to know them. */
export interface UserActor {
  readonly kind: 'user';
  readonly userId: number;
  readonly name: string;
  readonly email: string;
  /** Administrators hold every permission; integrity rules still bind them. */
  readonly isAdministrator: boolean;
  readonly groupIds: readonly number[];
  /** The sign-in in which they act; absent where a job or a script acts for them. */
  readonly sessionId?: string;
  /** Acts through an API token: of the person's rights only these permissions. Absent: all that the person holds. */
  readonly token?: TokenLimits;
}

/** What an API token lets through. */
export interface TokenLimits {
  readonly tokenId: number;
  readonly name: string;
  readonly permissions: readonly string[];
}

/** Pipit itself: the command line, a job, an import. Holds every permission. */
export interface SystemActor {
  readonly kind: 'system';
  /** Says who in the audit log, e.g. `import wagtail`. */
  readonly name: string;
}

/** Nobody is signed in. */
export interface AnonymousActor {
  readonly kind: 'anonymous';
}

/** Who acts. */
export type Actor = UserActor | SystemActor | AnonymousActor;

/** The id to store in `…_by` columns; null for anybody who is not a person. */
export function actorUserId(actor: Actor): number | null {
  return actor.kind === 'user' ? actor.userId : null;
}
