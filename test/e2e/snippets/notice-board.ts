import { Injectable, Module } from '@nestjs/common';
import {
  BeforeSnippetDelete,
  BeforeSnippetPublish,
  BeforeSnippetSave,
  BeforeSnippetUnpublish,
  CharField,
  Hook,
  PageContent,
  PageLinkField,
  PageType,
  SnippetContent,
  SnippetLinkField,
  SnippetType,
  SnippetsField,
  StreamField,
  snippetLink,
  stream,
  text,
  type Page,
  type Project,
  type ValueOf,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import { Grower, garden } from '../../support/world/types.js';

const lines = stream({ line: text() });

/** Something to tell visitors, once it has been looked over. */
@SnippetType<Notice>({ app: 'garden', drafts: true })
export class Notice extends SnippetContent {
  @CharField({ maxLength: 60, required: true, search: true }) title!: string;
  @CharField({ maxLength: 60, required: 'to-publish' }) wording!: string;
  @CharField({ maxLength: 30, permission: 'grower.secrets' }) remark!: string;
  @SnippetLinkField(() => Grower) author!: Relation<Grower> | null;
  @PageLinkField() about!: Relation<Page> | null;
}

/** Longer than a notice; with parts that may be of a sort nobody knows any more. */
@SnippetType<Leaflet>({ app: 'garden', drafts: true })
export class Leaflet extends SnippetContent {
  @CharField({ maxLength: 60, required: true }) title!: string;
  @StreamField(lines) body!: ValueOf<typeof lines>;
}

const body = stream({ line: text(), pinned: snippetLink(() => Notice) });

/** A page that shows notices in every way there is. */
@PageType<Board>({ app: 'garden' })
export class Board extends PageContent {
  @SnippetLinkField(() => Notice) first!: Relation<Notice> | null;
  @SnippetsField(() => Notice) others!: Notice[];
  @StreamField(body) body!: ValueOf<typeof body>;
}

/** A plugin with opinions about notices. */
@Injectable()
class Warden {
  @Hook(BeforeSnippetSave)
  tidies(hook: BeforeSnippetSave): void {
    if (hook.fields['wording'] === 'SHOUT') hook.set('wording', 'shout');
    if (hook.fields['wording'] === 'NEVER') hook.reject('wording', 'Not this.');
  }

  @Hook(BeforeSnippetPublish)
  holdsBack(hook: BeforeSnippetPublish): void {
    if (hook.fields['wording'] === 'WAIT') hook.reject('wording', 'Not yet.');
  }

  @Hook(BeforeSnippetUnpublish)
  async keepsUp(hook: BeforeSnippetUnpublish): Promise<void> {
    const notice = await hook.ctx.manager.findOneBy(Notice, { id: hook.snippet.id });
    if (notice?.wording === 'EVER') hook.reject('wording', 'This one stays up.');
  }

  @Hook(BeforeSnippetDelete)
  async keeps(hook: BeforeSnippetDelete): Promise<void> {
    const notice = await hook.ctx.manager.findOneBy(Notice, { id: hook.snippet.id });
    if (notice?.wording === 'EVER') hook.reject('wording', 'This one stays.');
  }
}

@Module({ providers: [Warden] })
class WardenModule {}

/** The garden with a notice board. */
export const noticeBoard: Project = {
  ...garden,
  name: 'notice_board',
  types: [...garden.types, Notice, Leaflet, Board],
  modules: [WardenModule],
};
