import { Injectable, Module } from '@nestjs/common';
import {
  BeforeSettingsSave,
  CharField,
  ChildItem,
  ChildItems,
  Hook,
  ImageField,
  IntegerField,
  ItemType,
  SettingsContent,
  SettingsType,
  SnippetLinkField,
  SnippetsField,
  UrlField,
  type Image,
  type Project,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { Family, Grower, garden } from '../../support/world/types.js';

/** Where a site is talked about. */
@SettingsType<Social>({ app: 'garden', scope: 'site', label: 'Social media', icon: 'share' })
export class Social extends SettingsContent {
  @UrlField({ unique: true }) mastodon!: string;
  @CharField({ maxLength: 20, default: 'Follow us' }) invitation!: string;
  @CharField({ maxLength: 20, permission: 'grower.secrets' }) apiKey!: string;
  @ImageField() logo!: Relation<Image> | null;
  @SnippetLinkField(() => Grower, { onDelete: 'RESTRICT' }) contact!: Relation<Grower> | null;
  @SnippetsField(() => Family) families!: Family[];
  @ChildItems(() => SocialLink) links!: SocialLink[];
}

/** One of several links. */
@ItemType({ app: 'garden' })
export class SocialLink extends ChildItem {
  @CharField({ maxLength: 40, required: true }) text!: string;
}

/** What holds for the whole installation. */
@SettingsType<Limits>({ app: 'garden', scope: 'global', tabs: { Numbers: ['perPage'], Words: ['motto'] } })
export class Limits extends SettingsContent {
  @IntegerField({ min: 1, max: 100, required: true, default: 20 }) perPage!: number;
  @CharField({ maxLength: 20, required: 'to-publish', default: 'Slowly' }) motto!: string;
}

/** A plugin with opinions about settings. */
@Injectable()
class Clerk {
  @Hook(BeforeSettingsSave)
  reads(hook: BeforeSettingsSave): void {
    if (hook.fields['motto'] === 'loud') hook.set('motto', 'LOUD');
    if (hook.fields['motto'] === 'no') hook.reject('motto', 'Not this.');
  }
}

@Module({ providers: [Clerk] })
class ClerkModule {}

/** The garden with settings. */
export const settled: Project = {
  ...garden,
  name: 'settled',
  types: [...garden.types, Social, Limits],
  modules: [ClerkModule],
};
