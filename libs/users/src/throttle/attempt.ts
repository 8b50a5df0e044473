/** From where a try comes. */
export interface Caller {
  /** IP address of the client. */
  readonly address: string;
  /** What the browser keeps of an earlier sign-in ({@link KnownDevices}); not checked yet. */
  readonly device?: string | null;
}

/** A try at a secret. */
export interface Attempt extends Caller {
  /** Address of the account, or words for what readers ask for; empty where nobody knows yet whose the secret is. */
  readonly email: string;
  /** What is tried: a password, a code of the second factor, a link, a reader's password; or a link is asked for. Each is counted alone. */
  readonly secret: 'password' | 'code' | 'link' | 'mail' | 'reader' | 'set-up';
}
