import type { Block, FieldOptions, StreamItem } from '../contract';

/** Why a block of a type can't be added now, or `null` when it can. */
export function refusal(options: FieldOptions, items: readonly StreamItem[], type: string): string | null {
  const max = Number(options.max ?? Infinity);
  if (items.length >= max) return `There can be ${max} ${max === 1 ? 'block' : 'blocks'} here.`;
  const most = Number(options.counts?.[type]?.max ?? Infinity);
  const count = items.filter((item) => item.type === type).length;
  return count >= most ? `There can be ${most} of these here.` : null;
}

/** What the declared counts ask for and the stream does not have yet. */
export function missing(options: FieldOptions, items: readonly StreamItem[]): string[] {
  return Object.entries(options.counts ?? {}).flatMap(([type, limits]) => {
    const least = Number(limits.min ?? 0);
    const count = items.filter((item) => item.type === type).length;
    if (count >= least) return [];
    const label = options.blocks?.find((block) => block.name === type)?.label ?? type;
    return [`“${label}”: at least ${least}, ${count} so far.`];
  });
}

/** Block types under their group headings, in the order of declaration, ungrouped ones first. */
export function grouped(blocks: readonly Block[], search = ''): { group: string; blocks: Block[] }[] {
  const words = search.trim().toLowerCase();
  const groups = new Map<string, Block[]>([['', []]]);
  for (const block of blocks) {
    const text = `${block.label} ${block.name} ${block.description} ${block.group ?? ''}`.toLowerCase();
    if (words !== '' && !words.split(/\s+/).every((word) => text.includes(word))) continue;
    const group = block.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), block]);
  }
  const best = (block: Block) => Number(!`${block.label} ${block.name}`.toLowerCase().includes(words));
  return [...groups]
    .map(([group, members]): [string, Block[]] => [group, members.sort((a, b) => best(a) - best(b))])
    .filter(([, members]) => members.length > 0)
    .map(([group, members]) => ({ group, blocks: members }));
}
