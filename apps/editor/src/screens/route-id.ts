/** A number from an address; nonsense becomes −1, which nothing has. */
export const idOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : -1);
