import { RunBulk, type BulkItemState, type BulkProgress } from '@pipit/cms';
import type { WorldClient } from './client.js';
import type { World } from './world.js';

/** An operation on many things with how each of them fared. */
export interface BulkOutcome extends BulkProgress {
  readonly items: {
    readonly id: string;
    readonly title: string;
    readonly state: BulkItemState;
    readonly problem: { readonly code: string; readonly status: number } | null;
  }[];
}

/** Starts an operation on many things and works it off as the job does, until it is finished. */
export async function bulkDone(world: World, client: WorldClient, wish: object): Promise<BulkOutcome> {
  const started = await client.post('/bulk-operations', wish);
  if (started.status !== 202) throw new Error(`It was not begun: ${started.text}`);
  const url = `/bulk-operations/${started.body.id}`;
  for (;;) {
    await world.get(RunBulk).run({ operationId: started.body.id });
    const { body: operation } = await client.get(url);
    // A worker of the world may be at it.
    if (operation.finishedAt === null) continue;
    const { body: items } = await client.get(`${url}/items?limit=200`);
    return { ...operation, items: items.items };
  }
}

/** How each fared: `done`, or the code of the problem. */
export const faringsOf = ({ items }: BulkOutcome): string[] =>
  items.map(({ state, problem }) => problem?.code ?? state);
