/** Options of the plugin. */
export interface NewsletterOptions {
  /** Address the mails come from. */
  readonly sender: string;
}

/** Token of the options. */
export const NEWSLETTER_OPTIONS = Symbol('newsletter:options');
