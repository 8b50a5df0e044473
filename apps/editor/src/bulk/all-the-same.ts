import { api, type BulkWish } from '../api';

/** As many as one answer takes. */
const part = 200;

/** Things an operation refused because something points at them; asked for again, they go all the same. */
export async function wishAllTheSame(operation: string, wish: BulkWish): Promise<BulkWish> {
  const ids: string[] = [];
  for (let offset = 0, total = 1; offset < total; offset += part) {
    const refused = await api.bulk.refused(operation, part, offset);
    total = refused.total;
    ids.push(...refused.items.filter(isInUse).map(({ id }) => id));
  }
  return { kind: wish.kind, ids, arguments: { ...wish.arguments, force: true } };
}

/** True for what was refused because something points at it. */
export function isInUse({ problem }: { problem?: object | null }): boolean {
  return (problem as { code?: unknown } | null | undefined)?.code === 'in_use';
}
