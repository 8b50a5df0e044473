import { Injectable } from '@nestjs/common';
import { invalid, type Ctx } from '@pipit/kernel';
import { Locale } from './locale.entity.js';

/** Reads the languages of content. */
@Injectable()
export class Locales {
  /** All locales, the default one first. */
  async all(ctx: Ctx): Promise<Locale[]> {
    return ctx.manager.find(Locale, { order: { isDefault: 'DESC', id: 'ASC' } });
  }

  /** The locale of content that names none. */
  async getDefault(ctx: Ctx): Promise<Locale> {
    const locale = await ctx.manager.findOneBy(Locale, { isDefault: true });
    if (!locale) throw new Error('There is no default locale. Run the migrations.');
    return locale;
  }

  /** The locale of that code; refuses unknown ones. */
  async getByCode(ctx: Ctx, code: string): Promise<Locale> {
    const locale = await ctx.manager.findOneBy(Locale, { code });
    if (!locale)
      throw invalid(`There is no language “${code}”.`, [
        { path: '/locale', code: 'unknown', message: 'Unknown language.' },
      ]);
    return locale;
  }
}
