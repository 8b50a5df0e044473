interface Link {
  readonly id: number;
  readonly fallbackId: number | null;
}

/** The languages that readers get instead of one, in their order, itself first. A ring is cut where it closes. */
export function fallbackChain<L extends Link>(from: L, all: readonly L[]): L[] {
  const chain: L[] = [];
  for (let next: L | undefined = from; next && !chain.includes(next);) {
    chain.push(next);
    const { fallbackId }: L = next;
    next = fallbackId === null ? undefined : all.find(({ id }) => id === fallbackId);
  }
  return chain;
}
