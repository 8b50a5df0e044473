import type { Block, Field } from '../contract';
import { unfit } from './fits';

/** A block as it lies in the clipboard: its type's name, its kind and its value. */
export interface CopiedBlock {
  type: string;
  kind: string;
  label: string;
  value: unknown;
}

const MARK = 'pipit/blocks/1';
const KEY = 'pipit.blocks';

/** The text by which blocks travel through the system's clipboard. */
export function writeBlocks(blocks: readonly CopiedBlock[]): string {
  return JSON.stringify({ is: MARK, blocks });
}

/** Blocks of a text in the clipboard; `null` when it is something else. */
export function readBlocks(text: string | null): CopiedBlock[] | null {
  if (!text?.includes(MARK)) return null;
  try {
    const { is, blocks } = JSON.parse(text) as { is?: unknown; blocks?: unknown };
    if (is !== MARK || !Array.isArray(blocks) || blocks.length === 0) return null;
    return blocks.every(isCopied) ? blocks : null;
  } catch {
    return null;
  }
}

function isCopied(block: unknown): block is CopiedBlock {
  const { type, kind, label } = (block ?? {}) as Partial<CopiedBlock>;
  return [type, kind, label].every((name) => typeof name === 'string') && 'value' in (block as object);
}

/** Keeps copied blocks for all pages of this browser, and offers them to the system's clipboard. */
export function keepBlocks(blocks: readonly CopiedBlock[]): void {
  const text = writeBlocks(blocks);
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // A full or forbidden store: the system's clipboard has them all the same.
  }
  navigator.clipboard?.writeText(text).catch(() => undefined);
}

/** What was copied last in this browser. */
export function keptBlocks(): CopiedBlock[] | null {
  try {
    return readBlocks(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** Why a copied block can't be an item of these types, or the block it would become. */
export function targetOf(copied: CopiedBlock, blocks: readonly Block[]): Block | string {
  const block =
    blocks.find((candidate) => candidate.name === copied.type) ??
    // An item of a list has no type of its own: the first block it could be.
    (copied.type === 'item' ? blocks.find((candidate) => checked(copied, candidate) === null) : undefined);
  if (!block) return `“${copied.label}” is no block of this list.`;
  return checked(copied, block) ?? block;
}

/** Why a copied block can't be an item of a list of one kind, or `null`. */
export function refusedItem(copied: CopiedBlock, item: Field): string | null {
  return checked(copied, item);
}

function checked(copied: CopiedBlock, field: Field): string | null {
  if (copied.kind !== field.kind) return `“${copied.label}” is something else here.`;
  const reason = unfit(field, copied.value);
  return reason && `“${copied.label}” does not fit: ${reason}`;
}
