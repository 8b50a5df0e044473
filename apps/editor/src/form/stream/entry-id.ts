/** The id by which the form knows an entry. Old stored data has entries without one: their place stands in. */
export function entryId(entry: unknown, listPointer: string, index: number): string {
  const id = (entry as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' && id !== '' ? id : `${listPointer}#${index}`;
}
