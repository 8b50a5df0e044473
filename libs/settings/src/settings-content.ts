import { Column, PrimaryColumn } from 'typeorm';

/** Base of settings: `@SettingsType({ scope: 'site' }) class Social extends SettingsContent { … }`. */
export abstract class SettingsContent {
  /** The site's id; {@link GLOBAL_ID} for settings of the whole installation. */
  @PrimaryColumn('integer') id!: number;
  @Column('uuid', { unique: true }) uuid!: string;
  /** Grows by one with each edit, which has to name the version it started from. 0: nobody has edited them yet. */
  @Column('integer', { default: 1 }) version!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
}

/** Key of the one row of settings that hold for the whole installation. */
export const GLOBAL_ID = 1;
