/** Where the server may send requests that somebody else asked for. */
export interface OutboundOptions {
  /** Ports that may be asked; default 80 and 443. */
  readonly ports?: readonly number[];
  /** `host:port` of servers inside that may be asked all the same, for instance a picture archive of the house. */
  readonly allowed?: readonly string[];
  /** Seconds an answer may take in all, redirects included. */
  readonly timeoutSeconds?: number;
  /** Finds the addresses of a name; default: the system's resolver. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

/** Injection token of {@link OutboundOptions}. */
export const OUTBOUND_OPTIONS = Symbol('pipit:outbound-options');
