import { declareType, type SettingsScope, type TypeOptions } from '@pipit/content-types';
import { Site } from '@pipit/pages';
import { Check, JoinColumn, OneToOne } from 'typeorm';
import { GLOBAL_ID, type SettingsContent } from './settings-content.js';

/** Options of a settings type. */
export interface SettingsTypeOptions<T = Record<string, unknown>> extends TypeOptions<
  Exclude<keyof T & string, keyof SettingsContent>
> {
  /** `site`: each site has its own values. `global`: one set for the whole installation. */
  readonly scope: SettingsScope;
}

/** Declares settings: `@SettingsType({ scope: 'site' }) class Social extends SettingsContent { … }`. */
export function SettingsType<T = Record<string, unknown>>(options: SettingsTypeOptions<T>) {
  return (target: abstract new (...args: never[]) => SettingsContent): void => {
    const { scope, ...rest } = options;
    if (scope === 'site') belongToSite(target.prototype as object);
    else Check('only_one_row', `id = ${GLOBAL_ID}`)(target);
    declareType(target, rest as TypeOptions, { category: 'settings', titleField: '', scope });
  };
}

/** The row's key is its site's, so that a site has one row at most and takes it along when it goes. */
function belongToSite(prototype: object): void {
  OneToOne(() => Site, { onDelete: 'CASCADE' })(prototype, 'site');
  JoinColumn({ name: 'id' })(prototype, 'site');
}
