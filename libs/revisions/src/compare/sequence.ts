/** One step from an old row of things to a new one; a thing kept is there in both. */
export interface Step<T> {
  readonly op: 'equal' | 'insert' | 'delete';
  readonly thing: T;
}

/** Differences beyond this are told as a whole: nobody reads them word by word. */
const MAX_STEPS = 1000;

/** The shortest way from one row of things to another (Myers); things are the same when their keys are. */
export function steps<T>(before: readonly T[], after: readonly T[], keyOf: (thing: T) => string): Step<T>[] {
  const [a, b] = [before.map(keyOf), after.map(keyOf)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const kept = (thing: T): Step<T> => ({ op: 'equal', thing });
  const middle = shortest(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
    a.slice(start, a.length - end),
    b.slice(start, b.length - end),
  );
  return [...after.slice(0, start).map(kept), ...middle, ...after.slice(after.length - end).map(kept)];
}

function shortest<T>(before: readonly T[], after: readonly T[], a: readonly string[], b: readonly string[]): Step<T>[] {
  const trace = traceOf(a, b);
  if (!trace) return replaced(before, after);
  const found: Step<T>[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const reach = reachIn(trace[d]!, d);
    const k = x - y;
    const down = goesDown(reach, k, d);
    const previousX = reach(down ? k + 1 : k - 1);
    const previousY = previousX - (down ? k + 1 : k - 1);
    while (x > previousX && y > previousY && x > 0 && y > 0) {
      x -= 1;
      y -= 1;
      found.push({ op: 'equal', thing: after[y]! });
    }
    if (d === 0) break;
    if (down) found.push({ op: 'insert', thing: after[--y]! });
    else found.push({ op: 'delete', thing: before[--x]! });
  }
  return deletionsFirst(found.reverse());
}

/** How far each diagonal had got before each number of steps; null when there are too many. */
function traceOf(a: readonly string[], b: readonly string[]): Int32Array[] | null {
  const most = Math.min(a.length + b.length, MAX_STEPS);
  const middle = most + 1;
  const far = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d += 1) {
    trace.push(far.slice(middle - d - 1, middle + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = goesDown((at) => far[middle + at]!, k, d);
      let x = down ? far[middle + k + 1]! : far[middle + k - 1]! + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      far[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return trace;
    }
  }
  return null;
}

/** The next step is an insertion rather than a deletion. */
function goesDown(reach: (diagonal: number) => number, k: number, d: number): boolean {
  return k === -d || (k !== d && reach(k - 1) < reach(k + 1));
}

/** Of a part of the diagonals around the middle one. */
function reachIn(part: Int32Array, d: number): (diagonal: number) => number {
  return (diagonal) => part[diagonal + d + 1] ?? 0;
}

function replaced<T>(before: readonly T[], after: readonly T[]): Step<T>[] {
  return [
    ...before.map((thing): Step<T> => ({ op: 'delete', thing })),
    ...after.map((thing): Step<T> => ({ op: 'insert', thing })),
  ];
}

/** Between two things kept, what went is told before what came. */
function deletionsFirst<T>(found: readonly Step<T>[]): Step<T>[] {
  const ordered: Step<T>[] = [];
  let inserts: Step<T>[] = [];
  for (const step of found) {
    if (step.op === 'insert') inserts.push(step);
    else {
      if (step.op === 'equal') {
        ordered.push(...inserts);
        inserts = [];
      }
      ordered.push(step);
    }
  }
  return [...ordered, ...inserts];
}
