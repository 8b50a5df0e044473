import { newUuid } from '@pipit/kernel';

const ids = new WeakMap<object, string>();

/** The id of a request, ours and never the caller's, so that nobody can write into our logs with it. */
export function requestIdOf(request: object): string {
  let id = ids.get(request);
  if (id === undefined) {
    id = newUuid();
    ids.set(request, id);
  }
  return id;
}
