import type { Ctx } from '@pipit/kernel';

/** True for administrators and Pipit itself, who hold every permission. */
export function isAllPowerful({ actor }: Ctx): boolean {
  return actor.kind === 'system' || (actor.kind === 'user' && actor.isAdministrator);
}
