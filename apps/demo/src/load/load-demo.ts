import type { INestApplicationContext } from '@nestjs/common';
import {
  ContentTypes,
  CreateModelRow,
  Page,
  ROOT_ID,
  TRASH_ID,
  UnitOfWork,
  systemCtx,
  type WriteCtx,
} from '@pipit/cms';
import { DataSource, In, Not } from 'typeorm';
import { subscribers } from '../content/index.js';
import { loadMedia } from './media-loader.js';
import { PageLoader } from './page-loader.js';
import { SeedIds } from './seed-ids.js';
import { loadSettings } from './settings-loader.js';
import { addGerman, addSite } from './site-base.js';
import { loadAnnouncements, loadSnippets } from './snippet-loader.js';

const SITE_NAME = 'Distelgrat Railway & Alpine Garden';

/** Fills an empty database with the demo site, all of it or nothing. Refuses a database that has pages. */
export async function loadDemo(app: INestApplicationContext, say: (line: string) => void): Promise<void> {
  requireDemo(app);
  const ctx = systemCtx(app.get(DataSource).manager, 'demo:load');
  await app.get(UnitOfWork).run(ctx, async (inner) => {
    await requireEmpty(inner);
    await load(app, inner, say);
  });
}

function requireDemo(app: INestApplicationContext): void {
  if (app.get(ContentTypes, { strict: false }).find('demo.HomePage')) return;
  throw new Error('The demo site is made of the types of the demo, and PIPIT_PROJECT names another project.');
}

async function requireEmpty(ctx: WriteCtx): Promise<void> {
  const count = await ctx.manager.countBy(Page, { id: Not(In([ROOT_ID, TRASH_ID])) });
  if (count > 0)
    throw new Error(`The demo site is loaded into an empty database only, and this one has ${count} page(s).`);
}

async function load(app: INestApplicationContext, ctx: WriteCtx, say: (line: string) => void): Promise<void> {
  const ids = new SeedIds();
  await addGerman(ctx);
  say('Drawing the pictures …');
  await loadMedia(app, ctx, ids);
  await loadSnippets(app, ctx, ids);
  for (const fields of subscribers) await app.get(CreateModelRow).run(ctx, { type: 'demo.Subscriber', fields });

  say('Writing the pages …');
  const loader = new PageLoader(app, ctx, ids);
  const planted = await loader.plant();
  await addSite(ctx, SITE_NAME, ids.page('home', 'en'));
  for (const page of planted) await loader.fill(page);
  await loadAnnouncements(app, ctx, ids);
  await loadSettings(app, ctx, ids);
  say(`The demo site is there: ${planted.length} pages.`);
}
