/** What the address of a history says: which two versions are compared. */
export interface HistorySearch {
  from?: string;
  to?: string;
}
const isVersion = (value: unknown): value is string => /^(\d+|live|draft|working-copy)$/.test(String(value));
export const readHistorySearch = ({ from, to }: Record<string, unknown>): HistorySearch => ({
  ...(isVersion(from) ? { from: String(from) } : {}),
  ...(isVersion(to) ? { to: String(to) } : {}),
});
