import { newUuid } from '@pipit/cms';

/** The UUIDs of child items: one for each key of the export, the same in live content and in every revision. */
export class ItemIdentities {
  private readonly known = new Map<string, string>();

  /** The UUID of an item; a new one for items without a key, which were never saved. */
  of(model: string, pk: unknown): string {
    if (typeof pk !== 'number' && typeof pk !== 'string') return newUuid();
    const key = `${model} ${pk}`;
    const uuid = this.known.get(key) ?? newUuid();
    this.known.set(key, uuid);
    return uuid;
  }
}
