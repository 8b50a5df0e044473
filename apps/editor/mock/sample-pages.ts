import { randomUUID } from 'node:crypto';
import type { Fields } from '../src/api/types.ts';
import { contentTypes } from './types.ts';
import { sampler, saltAndSignal } from './sample-fields.ts';
import { ago, nextId, people, state, type StoredPage } from './state.ts';

export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The default values of a type's fields. */
export function defaultsOf(type: string): Fields {
  const found = contentTypes.find((item) => item.name === type);
  return Object.fromEntries((found?.fields ?? []).map((item) => [item.name, structuredClone(item.defaultValue)]));
}

type State = 'live' | 'draft' | 'changed' | 'sched';
interface Spec {
  id?: number;
  type?: string;
  title: string;
  state?: State;
  locked?: boolean;
  fields?: Fields;
  locale?: string;
  children?: Spec[];
}
const text = (title: string, state: State = 'live', more: Partial<Spec> = {}): Spec => ({
  type: 'tides.TextPage',
  title,
  state,
  ...more,
});
const section = (title: string, children: Spec[] = [], more: Partial<Spec> = {}): Spec => ({
  type: 'tides.SectionPage',
  title,
  children,
  ...more,
});
const show = (title: string, state: State, more: Partial<Spec> = {}): Spec => ({
  type: 'tides.ExhibitionPage',
  title,
  state,
  ...more,
});
const lorem =
  '<h2>What you will see</h2><p>Two rooms above the boat hall, one window on the harbour, and <b>everything</b> the tide left behind.</p><p>Bring a coat: the <a linktype="page" id="2">museum</a> keeps its doors open to the wind.</p>';

const tree: Spec[] = [
  {
    id: 2,
    type: 'tides.HomePage',
    title: 'Home',
    children: [
      section('Visit', [
        text('Opening hours'),
        text('Tickets and prices'),
        text('Getting here'),
        text('Access'),
        text('Café and shop', 'changed'),
      ]),
      section(
        'Exhibitions',
        [
          show('Salt & Signal', 'changed', { id: 20, fields: saltAndSignal }),
          show('Nets, Knots, Names', 'live'),
          show('Night Harbour', 'sched'),
          show('The Glass Float Room', 'draft'),
          show('Fog: an orchestra of horns', 'live'),
          show('The Lens That Crossed Europe', 'changed', { locked: true }),
          section(
            'Past exhibitions',
            Array.from({ length: 24 }, (_, index) => show(`Exhibition of ${2025 - index}`, 'live')),
          ),
          text('Group visits to exhibitions'),
          text('Touring: borrow an exhibition'),
        ],
        { id: 10 },
      ),
      section('Collection', [
        text('Charts and pilots’ books'),
        text('Lamps and lenses', 'changed', { locked: true }),
        text('Voices of the quay'),
        ...Array.from({ length: 60 }, (_, index) =>
          text(`Object ${String(index + 1).padStart(3, '0')}`, index % 7 ? 'live' : 'draft'),
        ),
      ]),
      section('Learn', [text('Schools'), text('Families'), text('Talks')]),
      section('What’s on', [text('Saltmarsh walk'), text('Knot evening')], { state: 'changed' }),
      {
        type: 'tides.JournalIndexPage',
        title: 'Journal',
        children: ['Twelve barrels of salt', 'The keeper’s stove', 'How a float is blown', 'A letter from 1911'].map(
          (title) => ({ type: 'tides.JournalPage', title }),
        ),
      },
      text('About us'),
      { ...text('Support the museum', 'draft') },
      { id: 40, type: 'tides.SamplerPage', title: 'Sampler', state: 'changed', fields: sampler },
    ],
  },
  {
    type: 'tides.HomePage',
    title: 'Startseite',
    locale: 'de',
    children: [section('Besuch', [text('Öffnungszeiten')]), section('Ausstellungen', [show('Salz & Signal', 'live')])],
  },
];

let turn = 0;
function place(spec: Spec, parentId: number | null, locale: string): number {
  const id = spec.id ?? nextId();
  const type = spec.type ?? 'tides.TextPage';
  turn += 1;
  const user = people[turn % people.length] ?? null;
  const fields: Fields = {
    ...defaultsOf(type),
    title: spec.title,
    slug: parentId === null ? 'home' : slugOf(spec.title),
    ...(type === 'tides.TextPage' ? { intro: `About ${spec.title}.`, body: lorem } : {}),
    ...spec.fields,
  };
  const first = {
    id: nextId(),
    createdAt: ago(60 + turn, 3),
    user: people[3] ?? null,
    fields: {
      ...fields,
      ...('summary' in fields
        ? { summary: 'For a century one lamp told ships where the rocks were. Meet the keepers who kept it burning.' }
        : {}),
      showInMenus: false,
    },
    changedFields: Object.keys(fields),
  };
  const second = {
    id: nextId(),
    createdAt: ago(18 + (turn % 9), 2),
    user,
    fields: { ...first.fields, showInMenus: true },
    changedFields: ['showInMenus'],
  };
  const page: StoredPage = {
    id,
    uuid: randomUUID(),
    type,
    locale,
    parentId,
    children: [],
    revisions: [first, second],
    liveRevisionId: null,
    firstPublishedAt: null,
    lastPublishedAt: null,
    scheduled: spec.state === 'sched',
    locked: spec.locked ?? false,
    trashed: false,
    history: [
      { id: String(nextId()), at: first.createdAt, action: 'page.create', user: first.user, revisionId: first.id, data: {} },
      { id: String(nextId()), at: second.createdAt, action: 'page.edit', user, revisionId: second.id, data: {} },
    ],
  };
  const mark = spec.state ?? 'live';
  if (mark === 'live' || mark === 'changed') {
    page.liveRevisionId = second.id;
    page.firstPublishedAt = page.lastPublishedAt = second.createdAt;
    page.history.push({
      id: String(nextId()),
      at: second.createdAt,
      action: 'page.publish',
      user,
      revisionId: second.id,
      data: {},
    });
  }
  if (mark === 'changed') {
    const changed = {
      ...second.fields,
      ...fields,
      showInMenus: true,
      ...(spec.fields ? {} : { seoTitle: `${spec.title}, by the harbour` }),
    };
    const third = {
      id: nextId(),
      createdAt: ago(turn % 3, 1),
      user: people[1] ?? null,
      fields: changed,
      changedFields: Object.keys(changed).filter(
        (key) =>
          JSON.stringify(changed[key as keyof typeof changed]) !==
          JSON.stringify(second.fields[key as keyof typeof second.fields]),
      ),
    };
    page.revisions.push(third);
    page.history.push({
      id: String(nextId()),
      at: third.createdAt,
      action: 'page.edit',
      user: third.user,
      revisionId: third.id,
      data: {},
    });
  }
  state.pages.set(id, page);
  page.children = (spec.children ?? []).map((child) => place(child, id, locale));
  return id;
}

/** Fills the page tree. */
export function loadPages(): void {
  state.topPages = tree.map((spec) => place(spec, null, spec.locale ?? 'en'));
}
