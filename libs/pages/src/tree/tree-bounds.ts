import { invalid, type WriteCtx } from '@pipit/kernel';
import { MAX_DEPTH, MAX_PATH_LENGTH, type Page } from '../page.entity.js';
import { subtreeRange } from './paths.js';
import { MAX_KEY_LENGTH } from './sort-keys.js';

/** Refuses what the table's checks would refuse, in words. */
export function requireRoom(depth: number, pathLength: number): void {
  if (depth <= MAX_DEPTH && pathLength <= MAX_PATH_LENGTH) return;
  throw invalid('Pages cannot be nested any deeper.', [
    { path: '/parentId', code: 'too_deep', message: 'Choose a place further up.' },
  ]);
}

/** Refuses a place below `parent` for the page and all below it when the tree would become too deep. */
export async function requireRoomFor(ctx: WriteCtx, page: Page, parent: Page): Promise<void> {
  const { from, to } = subtreeRange(page.path);
  const rows: { depth: number; length: number }[] = await ctx.manager.query(
    'SELECT max(depth) AS depth, max(length(path)) AS length FROM page WHERE path >= $1 AND path < $2',
    [from, to],
  );
  const [deepest] = rows;
  const ownPart = parent.path.length + MAX_KEY_LENGTH + 1;
  requireRoom(parent.depth + 1 + deepest!.depth - page.depth, ownPart + deepest!.length - page.path.length);
}
