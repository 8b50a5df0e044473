import type { Ctx, UserActor } from '@pipit/kernel';

/** Port: people as those who act, for work that goes on after their request. Implemented by the users lib. */
export abstract class ActorSource {
  /** The person with the rights they have now; null when the account is gone or deactivated. */
  abstract actorOf(ctx: Ctx, userId: number): Promise<UserActor | null>;
}
