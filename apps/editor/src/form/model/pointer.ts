/**
 * JSON pointers into the form's values. A pointer is a string and not an array
 * so that it can be a prop of a memoised component without changing identity.
 */

/** Splits a pointer into its unescaped steps. */
export function steps(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .replace(/^\//, '')
    .split('/')
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** Appends one step to a pointer. */
export function join(pointer: string, step: string | number): string {
  return `${pointer}/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

/** Whether `pointer` is `ancestor` or lies below it. */
export function isWithin(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}

/** The value at a pointer, `undefined` where the way ends early. */
export function getAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const step of steps(pointer)) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** A copy of `root` with the value at `pointer` replaced; everything off the way keeps its identity. */
export function updateAt(root: unknown, pointer: string, change: (value: unknown) => unknown): unknown {
  return updateSteps(root, steps(pointer), change);
}

/** `updateAt` with a fixed value. */
export function setAt(root: unknown, pointer: string, value: unknown): unknown {
  return updateAt(root, pointer, () => value);
}

function updateSteps(node: unknown, way: string[], change: (value: unknown) => unknown): unknown {
  const [step, ...rest] = way;
  if (step === undefined) return change(node);
  if (Array.isArray(node)) {
    const index = Number(step);
    const next = updateSteps(node[index], rest, change);
    if (Object.is(next, node[index])) return node;
    const copy = node.slice();
    copy[index] = next;
    return copy;
  }
  const record = (node !== null && typeof node === 'object' ? node : {}) as Record<string, unknown>;
  const next = updateSteps(record[step], rest, change);
  if (step in record && Object.is(next, record[step])) return node;
  return { ...record, [step]: next };
}
