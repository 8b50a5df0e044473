import type { INestApplicationContext } from '@nestjs/common';
import { ActorSource, createCtx, findUserByEmail, systemCtx, type Ctx } from '@pipit/cms';
import { DataSource } from 'typeorm';

/**
 * Who acts in a command: Pipit itself, named after the command, or with `--as` a person, with the rights they have at
 * this moment and no others, through the same policy that answers their requests.
 */
export async function actingCtx(
  app: INestApplicationContext,
  command: string,
  email: string | undefined,
): Promise<Ctx> {
  const system = systemCtx(app.get(DataSource).manager, command);
  if (email === undefined) return system;
  const user = await findUserByEmail(system, email);
  const actor = user && (await app.get(ActorSource, { strict: false }).actorOf(system, user.id));
  if (!actor) throw new Error(`--as: nobody with the address ${email} may sign in.`);
  return createCtx(system.manager, actor);
}
