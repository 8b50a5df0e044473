import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, inUse, notFound, type WriteCtx } from '@pipit/kernel';
import { LocaleDeleted } from '../events.js';
import { BeforeLocaleDelete } from '../hooks.js';
import { LocaleRules } from '../locale-rules.js';
import { Locale } from '../locale.entity.js';
import { localeSubject } from './create-locale.action.js';

/** Removes a language that no content is written in. Who fell back to it falls back to what it fell back to. */
@Injectable()
export class DeleteLocale extends Action<{ readonly localeId: number }, void> {
  constructor(
    private readonly policy: Policy,
    private readonly rules: LocaleRules,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { localeId }: { readonly localeId: number }): Promise<void> {
    await this.policy.require(ctx, 'locale.delete');
    const all = await this.rules.lockAll(ctx);
    const locale = all.find(({ id }) => id === localeId);
    if (!locale) throw notFound(`There is no language ${localeId}.`);
    const heir = all.find(({ isDefault }) => isDefault);
    if (!heir || locale === heir) {
      throw inUse(`${locale.name} is the default language. Make another one the default first.`);
    }
    // Content that is being made in it waits here, and fails when the language is gone.
    await ctx.manager.query('SELECT FROM locale WHERE id = $1 FOR UPDATE', [localeId]);
    await this.hooks.run(new BeforeLocaleDelete(ctx, locale, heir));
    await ctx.manager.update(Locale, { fallbackId: localeId }, { fallbackId: locale.fallbackId });
    await ctx.manager.delete(Locale, localeId);
    ctx.record({ action: 'locale.delete', subject: localeSubject(locale), data: { code: locale.code } });
    ctx.emit(new LocaleDeleted(localeId, locale.code));
  }
}
