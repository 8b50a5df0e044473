/** A message to one person. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

/** Port: sends mail. Called from jobs, so a failure is retried. */
export abstract class Mailer {
  abstract send(mail: Mail): Promise<void>;
}
