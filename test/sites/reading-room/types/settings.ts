import { BooleanField, CharField, IntegerField, SettingsContent, SettingsType } from '@pipit/cms';

/** Each site has its own doors. */
@SettingsType<Opening>({ app: 'reading', scope: 'site', label: 'Opening hours', icon: 'clock' })
export class Opening extends SettingsContent {
  @CharField({ maxLength: 60, default: '9 to 5' }) weekdays!: string;
  @BooleanField() closedOnSunday!: boolean;
}

/** One rule for all. */
@SettingsType<Lending>({ app: 'reading', scope: 'global', label: 'Lending' })
export class Lending extends SettingsContent {
  @IntegerField({ min: 1, max: 60, required: true, default: 14 }) days!: number;
}
