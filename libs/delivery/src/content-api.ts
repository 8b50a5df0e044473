import { Inject, Injectable } from '@nestjs/common';
import type { Ctx } from '@pipit/kernel';
import { Embeds, Renditions } from '@pipit/media';
import type { PreviewSubject } from '@pipit/preview';
import { ContentStore } from '@pipit/revisions';
import { SearchIndex } from '@pipit/search';
import { Endpoints } from './endpoints/all-endpoints.js';
import type { Dependencies } from './cache/dependencies.js';
import { SiteMaps } from './cache/site-maps.js';
import { trackedReader } from './cache/tracked-reader.js';
import type { Candidate, Endpoint } from './endpoints/endpoint.js';
import { missing, noMatch, refused } from './errors.js';
import { readPage } from './grammar/paging.js';
import { readInteger } from './grammar/python-text.js';
import { Query } from './grammar/query-string.js';
import { ok, type Answer } from './http/answer.js';
import type { Route } from './http/route.js';
import { shortName, type ApiModel, type Column, type Row } from './model/api-model.js';
import { ApiModels } from './model/api-models.js';
import { AllowedRenditions } from './model/allowed-renditions.js';
import { Selections } from './model/selections.js';
import type { Place, Selection } from './model/selection.js';
import { DELIVERY_OPTIONS, type DeliveryOptions } from './options.js';
import { readStretch } from './query/cursor-listing.js';
import { CURSOR_PARAMETER, Cursors } from './query/cursors.js';
import { ContentReader } from './query/content-reader.js';
import { filterByFields, refuseUnknownParameters } from './query/field-filters.js';
import { dependOnListing } from './query/listing-dependencies.js';
import { readListing } from './query/read-listing.js';
import type { ListingQuery } from './query/listing-query.js';
import { filterByOperators } from './query/operator-filters.js';
import { orderListing } from './query/ordering.js';
import { filterBySearch } from './query/search-filter.js';
import { Visibility } from './query/visibility.js';
import { openedReader } from './readers/opened-reader.js';
import { placeOf, type Shown } from './preview/place.js';
import type { Staged } from './preview/staged.js';
import { ApiRequest } from './represent/api-request.js';
import { PLAIN, readPresentation, type Presentation } from './represent/presentation.js';
import { printObjects } from './represent/print-objects.js';
import { GuessedTypes, onlyShows, readObject, readPageAtOnce } from './represent/read-object.js';

/** A request for the content API, freed of HTTP. */
export interface Asked {
  readonly ctx: Ctx;
  readonly hostname: string;
  readonly port: number;
  readonly query: Query;
  /** Of previews: the draft that is shown as if it were published. */
  readonly staged?: Staged;
  /** Of readers who showed who they are: the view restrictions they pass. */
  readonly passed?: readonly number[];
  /** Is told what the answer depends on. */
  readonly depends: Dependencies;
}

const TYPE: Column = { key: 'type', sql: 'p.type' };
const LARGEST_ID = 2n ** 31n - 1n;

/** The public content API: lists, details and finding, for each endpoint. */
@Injectable()
export class ContentApi {
  private readonly guesses = new GuessedTypes();
  private readonly selections: Selections;

  constructor(
    private readonly models: ApiModels,
    private readonly reader: ContentReader,
    private readonly renditions: Renditions,
    private readonly embeds: Embeds,
    private readonly search: SearchIndex,
    private readonly store: ContentStore,
    private readonly endpoints: Endpoints,
    private readonly siteMaps: SiteMaps,
    private readonly cursors: Cursors,
    private readonly renditionsAllowed: AllowedRenditions,
    @Inject(DELIVERY_OPTIONS) private readonly options: DeliveryOptions,
  ) {
    this.selections = new Selections(options);
  }

  /** True for names of endpoints. */
  has(name: string): boolean {
    return this.endpoints.listing(name) !== undefined || this.endpoints.summary(name) !== undefined;
  }

  /** What a path asks for. */
  view(route: Route, asked: Asked): Promise<Answer> {
    if (route.view === 'detail') return this.detail(route.endpoint, route.id, asked);
    return route.view === 'find' ? this.redirect(route.endpoint, asked) : this.list(route.endpoint, asked);
  }

  /** One page of a listing. Faults are reported in this order: type, parameters, filters, paging, fields. */
  async list(name: string, asked: Asked): Promise<Answer> {
    const summary = this.endpoints.summary(name);
    if (summary) return ok(await summary(asked.query, await this.begin(asked)));
    const endpoint = this.endpoint(name);
    const request = await this.begin(asked);
    const listing = endpoint.begin(asked.query, request);
    refuseUnknownParameters(asked.query, listing.model, endpoint.operations);
    await this.narrow(endpoint, listing, asked.query, request);
    if (asked.query.has(CURSOR_PARAMETER)) return this.stretch(name, listing, asked.query, request);
    const { limit, offset } = readPage(asked.query.values, this.options.maxLimit);
    const selection = this.select(listing.model, asked.query, 'listing', request);
    const { rows, total } = await readListing(listing, selection, { limit, offset }, request);
    const items = await printObjects(selection, rows, request);
    return ok({ meta: { total_count: total }, items });
  }

  /** One part of a listing between two cursors. */
  private async stretch(name: string, listing: ListingQuery, query: Query, request: ApiRequest): Promise<Answer> {
    const selection = this.select(listing.model, query, 'listing', request);
    const { rows, next, previous } = await readStretch(name, listing, selection, query, request, this.cursors);
    const items = await printObjects(selection, rows, request);
    const rest = query.without([CURSOR_PARAMETER]);
    const link = (cursor: string | null): string | null =>
      cursor && `${request.baseUrl}/api/v2/${name}/?${rest}${rest === '' ? '' : '&'}${CURSOR_PARAMETER}=${cursor}`;
    return ok({ meta: { next: link(next), prev: link(previous) }, items });
  }

  /** One object. The filters of listings run here too; unknown parameters do not matter. */
  async detail(name: string, id: string, asked: Asked): Promise<Answer> {
    const endpoint = this.endpoint(name);
    const request = await this.begin(asked);
    const known =
      endpoint.modelOf && onlyShows(asked.query) ? await this.shownAtOnce(Number(id), asked, request) : null;
    if (known) return ok(known);
    const listing = endpoint.begin(asked.query, request);
    const searched = await this.narrow(endpoint, listing, asked.query, request);
    if (searched) throw missing('');
    const served = await endpoint.served?.(BigInt(id), asked.query, request);
    const found = await this.find(endpoint, listing, BigInt(served ?? id), request);
    if (!found) throw noMatch(shortName(listing.model));
    const model = endpoint.modelOf?.(found, request) ?? listing.model;
    if (endpoint.modelOf && !asked.staged) this.guesses.remember(Number(found['id']), String(found['type']));
    return ok(await this.print(model, found['id'] as number, asked.query, request));
  }

  /** A page in one round trip, where its type can be guessed; null where it has to be looked for. */
  private async shownAtOnce(id: number, { query }: Asked, request: ApiRequest): Promise<unknown> {
    const type = this.guesses.of(id);
    if (type === undefined) return null;
    const model = request.models.ofPageType(type);
    const selection = this.selections.ifKnown(model, query.get('fields') ?? '', request.presentation);
    const row = selection && (await readPageAtOnce(selection, type, id, request, this.reader));
    return row ? (await printObjects(selection, [row], request))[0] : null;
  }

  /** Where a draft that is being previewed stands, and its object. Who may see it is asked before. */
  async shown(asked: Asked, subject: PreviewSubject, withObject: boolean): Promise<Shown> {
    const request = await this.begin(asked);
    const { model, place } = await placeOf(subject, request);
    const object = withObject ? await this.print(model, subject.id, asked.query, request) : undefined;
    return { place: { ...place, detail_url: request.detailUrl(model, subject.id) }, object };
  }

  private async print(model: ApiModel, id: number, query: Query, request: ApiRequest): Promise<unknown> {
    const selection = this.select(model, query, 'detail', request);
    const row = await readObject(selection, id, request);
    if (!row) throw noMatch(shortName(model));
    const [object] = await printObjects(selection, [row], request);
    return object;
  }

  /** Redirects to the detail of the object that an id or a path means. */
  async redirect(name: string, asked: Asked): Promise<Answer> {
    const endpoint = this.endpoint(name);
    const request = await this.begin(asked);
    if (endpoint.resolve && asked.query.get('resolve') === 'true') {
      const resolved = await endpoint.resolve(asked.query, request);
      if (!resolved) throw missing('not found');
      return ok(resolved);
    }
    const open = (): ListingQuery => endpoint.begin(asked.query, request);
    const { model } = open();
    const candidate: Candidate = (await endpoint.candidate?.(asked.query, request)) ?? 'unasked';
    if (candidate === 'nothing') throw missing('not found');
    const atPath = candidate === 'unasked' ? null : await this.find(endpoint, open(), BigInt(candidate), request);
    const found = atPath ?? (await this.findById(endpoint, open, asked.query, request));
    if (!found) throw missing('not found');
    const url = request.detailUrl(model, found['id']) ?? '';
    return { kind: 'redirect', status: 302, location: `${url}?${asked.query.without(endpoint.findParameters)}` };
  }

  private async findById(
    endpoint: Endpoint,
    open: () => ListingQuery,
    query: Query,
    request: ApiRequest,
  ): Promise<Row | null> {
    const text = query.get('id');
    if (text === undefined) return null;
    const id = readInteger(text);
    // Wagtail fails with a 500 here.
    if (id === null) throw refused('id must be an integer');
    return this.find(endpoint, open(), id, request);
  }

  private async find(
    endpoint: Endpoint,
    listing: ListingQuery,
    id: bigint,
    { reader, depends }: ApiRequest,
  ): Promise<Row | null> {
    if (id < 0n || id > LARGEST_ID) return null;
    listing.where(`${listing.model.source.id} = ${listing.params.add(Number(id))}`);
    const { text, values } = listing.rowsStatement(endpoint.modelOf ? [TYPE] : [], 1, 0n);
    const { subject: main } = listing.model.source;
    dependOnListing(text, { main, id: Number(id) }, depends, this.options.wagtailReferences);
    const [row] = await reader.rows(text, values, { isTracked: true });
    return row ?? null;
  }

  /** Runs the filters in Wagtail's order; true when there was a search. */
  private async narrow(endpoint: Endpoint, listing: ListingQuery, query: Query, request: ApiRequest): Promise<boolean> {
    if (endpoint.filters) filterByFields(listing, query);
    filterByOperators(listing, query, request);
    if (!endpoint.filters) return false;
    await endpoint.narrow?.(listing, query, request);
    orderListing(listing, query, request.depends);
    await endpoint.narrowLast?.(listing, query, request);
    return filterBySearch(listing, query, this.search, this.options.searchEnabled);
  }

  private async begin({ ctx, hostname, port, query, staged, passed = [], depends }: Asked): Promise<ApiRequest> {
    const reader = openedReader(staged?.reader ?? this.reader, passed);
    const sites = staged ? await this.siteMaps.seenBy(staged.reader) : await this.siteMaps.current();
    const site = sites.siteFor(hostname, port);
    return new ApiRequest(
      ctx,
      this.options,
      this.models,
      this.renditions,
      this.embeds,
      trackedReader(reader, depends),
      depends,
      this.store,
      sites,
      site,
      new Visibility(site, staged?.pageId),
      staged,
      passed,
      () => readPresentation(query, this.renditionsAllowed, this.options.richTextFormat),
    );
  }

  private select(model: ApiModel, query: Query, place: Place, request: ApiRequest): Selection {
    const fields = query.get('fields') ?? '';
    return this.selections.of(model, fields, place, this.presentation(model, query, place, request));
  }

  /** How things are to be shown; what is wrong with the choice of fields is told before what is wrong here. */
  private presentation(model: ApiModel, query: Query, place: Place, request: ApiRequest): Presentation {
    try {
      return request.presentation;
    } catch (error) {
      if (!query.has('include')) this.selections.of(model, query.get('fields') ?? '', place, PLAIN);
      throw error;
    }
  }

  private endpoint(name: string): Endpoint {
    const endpoint = this.endpoints.listing(name);
    if (!endpoint) throw missing('not found');
    return endpoint;
  }
}
