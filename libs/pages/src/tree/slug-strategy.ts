import { Injectable } from '@nestjs/common';
import { slugFrom, unicodeSlugFrom } from './slugs.js';

/** Port: makes slugs of titles where nobody wrote one. */
export abstract class SlugStrategy {
  /**
   * A slug for a page of this title; one that is taken gets a suffix. `type` is the name of the page's declared type,
   * `locale` the code of its language. What it answers is checked like a slug somebody wrote.
   */
  abstract slugFor(title: string, type: string, locale: string): string;
}

/** Default: letters of all scripts in ASCII, as the language writes them, words parted by hyphens. */
@Injectable()
export class DefaultSlugStrategy extends SlugStrategy {
  slugFor(title: string, _type: string, locale: string): string {
    return slugFrom(title, locale);
  }
}

/** Keeps letters of all scripts: `strategies: { slugs: UnicodeSlugStrategy }` gives `/über-uns/` and `/日本語/`. */
@Injectable()
export class UnicodeSlugStrategy extends SlugStrategy {
  slugFor(title: string, _type: string, locale: string): string {
    return unicodeSlugFrom(title, locale);
  }
}
