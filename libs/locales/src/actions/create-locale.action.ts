import { Injectable } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { Action, Hooks, newUuid, type WriteCtx } from '@pipit/kernel';
import { LocaleAdded } from '../events.js';
import { BeforeLocaleAdd } from '../hooks.js';
import { LocaleRules, type LocaleValues } from '../locale-rules.js';
import { Locale } from '../locale.entity.js';

/** Adds a language of content. One that is to be the default takes that from another. */
@Injectable()
export class CreateLocale extends Action<LocaleValues, Locale> {
  constructor(
    private readonly policy: Policy,
    private readonly rules: LocaleRules,
    private readonly hooks: Hooks,
  ) {
    super();
  }

  protected async perform(ctx: WriteCtx, input: LocaleValues): Promise<Locale> {
    await this.policy.require(ctx, 'locale.add');
    const columns = this.rules.check(input, await this.rules.lockAll(ctx), null);
    await this.hooks.run(new BeforeLocaleAdd(ctx, { ...input, code: columns.code, name: columns.name }));
    if (columns.isDefault) await this.rules.leaveDefault(ctx, null);
    const locale = await ctx.manager.save(ctx.manager.create(Locale, { ...columns, uuid: newUuid() }));
    ctx.record({ action: 'locale.add', subject: localeSubject(locale), data: { ...columns } });
    ctx.emit(new LocaleAdded(locale.id, locale.code));
    return locale;
  }
}

/** How audit entries name a language. */
export function localeSubject({ id, name }: Pick<Locale, 'id' | 'name'>) {
  return { type: 'locale', id, label: name };
}
