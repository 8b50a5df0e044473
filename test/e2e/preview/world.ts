import {
  CharField,
  ImageField,
  PageContent,
  PageLinkField,
  PageType,
  RenditionField,
  SnippetContent,
  SnippetType,
  type Image,
  type Page,
  type Project,
} from '@pipit/cms';
import type { Relation } from 'typeorm';
import type { WorldClient } from '../../support/world/client.js';
import { garden } from '../../support/world/types.js';
import type { World } from '../../support/world/world.js';

const MODES = [
  { name: 'board', label: 'On the board' },
  { name: 'mail', label: 'As a letter' },
];

/** Something to tell visitors; frontends show it in two ways. */
@SnippetType<Notice>({ app: 'garden', drafts: true, previewModes: MODES })
export class Notice extends SnippetContent {
  @CharField({ maxLength: 60, required: true }) title!: string;
  @CharField({ maxLength: 60, required: 'to-publish' }) wording!: string;
  @CharField({ maxLength: 30, permission: 'grower.secrets', api: true }) remark!: string;
  @PageLinkField() about!: Relation<Page> | null;
}

/** Drafts, and no way to look at them; no endpoint either. */
@SnippetType<Leaflet>({ app: 'garden', drafts: true })
export class Leaflet extends SnippetContent {
  @CharField({ maxLength: 60, required: true }) title!: string;
}

/** A page whose secret is public once it is published. */
@PageType<Rarity>({ app: 'garden' })
export class Rarity extends PageContent {
  @CharField({ maxLength: 60, required: 'to-publish' }) latin!: string;
  @CharField({ maxLength: 80, permission: 'garden.secrets', api: true }) place!: string;
  @PageLinkField() beside!: Relation<Page> | null;
  @ImageField() photo!: Relation<Image> | null;
  @RenditionField('fill-20x20', { source: 'photo' }) thumb!: unknown;
}

/** The garden with a notice board. */
export const previewGarden: Project = {
  ...garden,
  name: 'preview_garden',
  types: [...garden.types, Notice, Leaflet, Rarity],
  delivery: { snippetEndpoints: { notices: Notice } },
};

/** An offered preview. */
export interface Offer {
  readonly url: string;
  readonly token: string;
  readonly expiresAt: string;
  readonly mode: string;
  readonly modes: readonly { name: string; label: string }[];
}

/** Asks for a preview; fails unless one is offered. */
export async function offer(person: WorldClient, path: string, wish: object = {}): Promise<Offer> {
  const answer = await person.post(`${path}/preview`, wish);
  if (answer.status !== 200) throw new Error(`No preview of ${path}: ${answer.text}`);
  return answer.body as Offer;
}

/** The content API as a frontend with that token sees it. */
export function seen(world: World, token: string | null, path: string) {
  return world.client().send('GET', `/api/v2/${path}`, undefined, token === null ? {} : { 'x-preview-token': token });
}
