import { Injectable } from '@nestjs/common';
import { invalid, type WriteCtx } from '@pipit/kernel';
import { fallbackChain } from './fallback-chain.js';
import { languageTag, ownName } from './language-tags.js';
import { Locale } from './locale.entity.js';

/** What a language of content says of itself. */
export interface LocaleValues {
  /** BCP 47. */
  readonly code: string;
  /** Empty: what the language calls itself. */
  readonly name: string;
  /** Code of the language that readers get where this one has no translation. */
  readonly fallback: string | null;
  readonly isDefault: boolean;
}

const MAX_NAME = 100;

/** What languages have to be like, for themselves and among each other. */
@Injectable()
export class LocaleRules {
  /** All languages, and nobody changes any until the commit; content in them may still come and go. */
  async lockAll(ctx: WriteCtx): Promise<Locale[]> {
    await ctx.manager.query('LOCK TABLE locale IN SHARE ROW EXCLUSIVE MODE');
    return ctx.manager.find(Locale, { order: { id: 'ASC' } });
  }

  /** The columns as they are stored; refuses values that no language can have. */
  check(values: LocaleValues, all: readonly Locale[], self: Locale | null) {
    const code = languageTag(values.code);
    if (code === null) throw fault('code', 'no_language', 'Write a language tag such as de, pt-BR or zh-Hant.');
    if (all.some((locale) => locale !== self && locale.code.toLowerCase() === code.toLowerCase())) {
      throw fault('code', 'taken', `There is the language ${code} already.`);
    }
    const name = values.name.trim() || ownName(code);
    if (name.length > MAX_NAME) throw fault('name', 'too_long', `At most ${MAX_NAME} characters.`);
    if (self?.isDefault && !values.isDefault) {
      throw fault('isDefault', 'one_default', 'One language is the default. Make another one the default.');
    }
    return { code, name, fallbackId: fallbackOf(values.fallback, all, self)?.id ?? null, isDefault: values.isDefault };
  }

  /** There is one default language, so the former one stops being it. */
  async leaveDefault(ctx: WriteCtx, except: number | null): Promise<void> {
    await ctx.manager.query('UPDATE locale SET is_default = false WHERE is_default AND id IS DISTINCT FROM $1', [
      except,
    ]);
  }
}

function fallbackOf(code: string | null, all: readonly Locale[], self: Locale | null): Locale | null {
  if (code === null) return null;
  const fallback = all.find((locale) => locale.code === code);
  if (!fallback) throw fault('fallback', 'unknown', `There is no language “${code}”.`);
  if (self && fallbackChain(fallback, all).includes(self)) {
    throw fault('fallback', 'ring', 'Readers would be sent round in a ring. Choose another language, or none.');
  }
  return fallback;
}

function fault(field: keyof LocaleValues, code: string, message: string) {
  return invalid(message, [{ path: `/${field}`, code, message }]);
}
