import type { Ctx } from '@pipit/kernel';

/** True for administrators and Pipit itself, who hold every permission; not for programs with a token of theirs. */
export function isAllPowerful({ actor }: Ctx): boolean {
  return actor.kind === 'system' || (actor.kind === 'user' && actor.isAdministrator && actor.token === undefined);
}

/** True when the acting person is this one. */
export function isOneself({ actor }: Ctx, userId: number): boolean {
  return actor.kind === 'user' && actor.userId === userId;
}
