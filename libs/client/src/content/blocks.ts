/** A block of a stream, as the content API prints it. */
export interface ContentBlock {
  readonly type: string;
  readonly value: unknown;
  readonly id?: string | null;
}

/** The block of a union that has that type. */
export type BlockOfType<B extends ContentBlock, T extends B['type']> = Extract<B, { readonly type: T }>;

/** One function for each type of block there is: leaving one out does not compile. */
export type BlockRenderers<B extends ContentBlock, R> = {
  readonly [T in B['type']]: (value: BlockOfType<B, T>['value'], block: BlockOfType<B, T>) => R;
};

/**
 * Renders the blocks of a stream, each by the function for its type. Blocks the program does not know, because the
 * server is newer, are given to `unknown`, or left out.
 */
export function renderBlocks<B extends ContentBlock, R>(
  blocks: readonly B[],
  renderers: BlockRenderers<B, R>,
  unknown?: (block: ContentBlock) => R,
): R[] {
  const known = renderers as unknown as Readonly<
    Record<string, ((value: unknown, block: ContentBlock) => R) | undefined>
  >;
  return blocks.flatMap((block) => {
    const render = Object.hasOwn(known, block.type) ? known[block.type] : undefined;
    if (render) return [render(block.value, block)];
    return unknown ? [unknown(block)] : [];
  });
}
