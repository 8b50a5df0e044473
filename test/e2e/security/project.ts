import {
  CharField,
  ImageField,
  PageContent,
  PageLinkField,
  PageType,
  SettingsContent,
  SettingsType,
  SnippetContent,
  SnippetLinkField,
  SnippetType,
  manage,
  type Image,
  type Page,
  type Project,
} from '@pipit/cms';
import { newsletter } from '@pipit/contrib/newsletter';
import type { Relation } from 'typeorm';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { garden } from '../../support/world/types.js';

/** A snippet with drafts, a hidden field, and something to say about a page. */
@SnippetType<Notice>({ app: 'fortress', drafts: true, previewModes: [{ name: 'board', label: 'On the board' }] })
export class Notice extends SnippetContent {
  @CharField({ required: true, search: true }) title!: string;
  @CharField({ search: true }) wording!: string;
  @CharField({ search: true, permission: 'grower.secrets' }) remark!: string;
  @PageLinkField() about!: Relation<Page> | null;
}

/** A page that points at everything, with a hidden field. */
@PageType<Article>({ app: 'fortress' })
export class Article extends PageContent {
  @CharField({ search: true }) words!: string;
  @CharField({ search: true, permission: 'garden.secrets' }) whereabouts!: string;
  @PageLinkField() neighbour!: Relation<Page> | null;
  @ImageField() picture!: Relation<Image> | null;
  @SnippetLinkField(() => Notice) notice!: Relation<Notice> | null;
}

/** What a site keeps to itself. */
@SettingsType<Keys>({ app: 'fortress', scope: 'site' })
export class Keys extends SettingsContent {
  @CharField() motto!: string;
  @CharField({ permission: 'grower.secrets' }) webhookSecret!: string;
}

/** Rows the admin manages. */
@Entity('fortress_member')
export class Member {
  @PrimaryGeneratedColumn() id!: number;
  @Column('varchar', { length: 80 }) name!: string;
  @Column('varchar', { length: 80, default: '' }) secret!: string;
}

/** The garden with something to hide in every corner, and with a plugin that has routes of its own. */
export const fortress: Project = {
  ...garden,
  name: 'fortress',
  types: [...garden.types, Notice, Article, Keys],
  models: [
    manage(Member, {
      app: 'fortress',
      fields: { secret: { permission: 'grower.secrets' } },
      list: { columns: ['secret'] },
    }),
  ],
  plugins: [newsletter({ sender: 'news@garden.example' })],
  delivery: { ...garden.delivery, snippetEndpoints: { notices: Notice } },
};
