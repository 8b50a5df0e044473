/** Where the work is between this device and the server. */
export type Saving =
  | { kind: 'idle'; at: Date | null }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'retrying'; seconds: number }
  | { kind: 'refused' }
  | { kind: 'conflict' };
