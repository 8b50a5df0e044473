import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, notFound, type WriteCtx } from '@pipit/kernel';
import { LocaleEdited } from '../events.js';
import { BeforeLocaleEdit } from '../hooks.js';
import { LocaleRules, type LocaleValues } from '../locale-rules.js';
import { Locale } from '../locale.entity.js';
import { localeSubject } from './create-locale.action.js';

/** What is to be different about a language; the rest stays as it is. */
export interface EditLocaleInput extends Partial<LocaleValues> {
  readonly localeId: number;
}

/** Changes a language of content. */
@Injectable()
export class EditLocale extends Action<EditLocaleInput, Locale> {
  constructor(
    private readonly policy: Policy,
    private readonly rules: LocaleRules,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, { localeId, ...changes }: EditLocaleInput): Promise<Locale> {
    await this.policy.require(ctx, 'locale.edit');
    const all = await this.rules.lockAll(ctx);
    const locale = all.find(({ id }) => id === localeId);
    if (!locale) throw notFound(`There is no language ${localeId}.`);
    const before = valuesOf(locale, all);
    const values = { ...before, ...changes };
    const columns = this.rules.check(values, all, locale);
    const after = { ...values, code: columns.code, name: columns.name };
    await this.hooks.run(new BeforeLocaleEdit(ctx, locale, after));
    if (columns.isDefault) await this.rules.leaveDefault(ctx, localeId);
    await ctx.manager.update(Locale, localeId, columns);
    ctx.record({ action: 'locale.edit', subject: localeSubject({ ...locale, ...columns }), data: { before, after } });
    ctx.emit(new LocaleEdited(localeId, columns.code));
    return Object.assign(locale, columns);
  }
}

function valuesOf({ code, name, fallbackId, isDefault }: Locale, all: readonly Locale[]): LocaleValues {
  return { code, name, fallback: all.find(({ id }) => id === fallbackId)?.code ?? null, isDefault };
}
