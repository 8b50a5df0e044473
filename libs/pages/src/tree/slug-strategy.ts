import { Injectable } from '@nestjs/common';
import { slugFrom } from './slugs.js';

/** Port: makes slugs of titles where nobody wrote one. */
export abstract class SlugStrategy {
  /**
   * A slug for a page of this title; one that is taken gets a suffix. `type` is the name of the page's declared type.
   * What it answers is checked like a slug somebody wrote.
   */
  abstract slugFor(title: string, type: string): string;
}

/** Default: letters of all scripts in ASCII, words parted by hyphens. */
@Injectable()
export class DefaultSlugStrategy extends SlugStrategy {
  slugFor(title: string): string {
    return slugFrom(title);
  }
}
