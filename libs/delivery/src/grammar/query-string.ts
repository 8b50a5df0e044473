/** The query of a request. Of a name given several times the last value counts, in the place of the first. */
export class Query {
  readonly values: ReadonlyMap<string, string>;
  private readonly pairs: readonly (readonly [string, string])[];

  constructor(text: string) {
    // A question mark in front is part of a name: whoever gives the text has taken away the one that is not.
    this.pairs = [...new URLSearchParams(text.startsWith('?') ? `%3F${text.slice(1)}` : text)];
    this.values = new Map(this.pairs);
  }

  get(name: string): string | undefined {
    return this.values.get(name);
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  /** The query again, without some names, equal names together. */
  without(names: readonly string[]): string {
    const kept = [...this.values.keys()].filter((name) => !names.includes(name));
    return kept
      .flatMap((name) =>
        this.pairs.filter(([key]) => key === name).map(([key, value]) => `${encode(key)}=${encode(value)}`),
      )
      .join('&');
  }
}

/** Percent-encoding of forms as Python does it: a space is `+`, and `*!'()` are encoded. */
function encode(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
