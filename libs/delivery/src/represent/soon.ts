/** A value that is there, or will be. Most of an answer is there as soon as its rows are, and waiting for each part costs more than printing it. */
export type Soon<T> = T | Promise<T>;

/** Goes on with a value as soon as it is there: at once, where it is. */
export function andThen<T, U>(value: Soon<T>, work: (value: T) => Soon<U>): Soon<U> {
  return value instanceof Promise ? value.then(work) : work(value);
}

/** All of them, at once where all are there. */
export function allOf<T>(values: readonly Soon<T>[]): Soon<readonly T[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as readonly T[]);
}
