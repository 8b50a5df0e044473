import { Inject, Injectable } from '@nestjs/common';
import { ContentTypes, type ContentType } from '@pipit/content-types';
import { SearchIndex } from '@pipit/search';
import { ApiModels } from '../model/api-models.js';
import { DELIVERY_OPTIONS, type DeliveryOptions } from '../options.js';
import type { Endpoint } from './endpoint.js';
import { navigation } from './navigation.js';
import { declaredSnippetsEndpoint, mediaEndpoint, redirectsEndpoint, snippetEndpoint } from './others.js';
import { pagesEndpoint } from './pages.js';
import { searchEverything } from './search.js';
import { allSettings, settingsOf } from './settings.js';
import { snippetTypes } from './snippet-types.js';
import type { Summary } from './summary.js';

/** Everything that has an address below `/api/v2/`, by the name in it. Known once all types are declared. */
@Injectable()
export class Endpoints {
  private listings: ReadonlyMap<string, Endpoint> | null = null;
  private summaries: ReadonlyMap<string, Summary> | null = null;

  constructor(
    private readonly types: ContentTypes,
    private readonly models: ApiModels,
    private readonly search: SearchIndex,
    @Inject(DELIVERY_OPTIONS) private readonly options: DeliveryOptions,
  ) {}

  /** Lists, shows and finds the objects of that name. */
  listing(name: string): Endpoint | undefined {
    this.listings ??= this.makeListings();
    return this.listings.get(name);
  }

  /** Answers that name by itself. */
  summary(name: string): Summary | undefined {
    this.summaries ??= this.makeSummaries();
    return this.summaries.get(name);
  }

  /** Types of that category which say that readers may ask for them by themselves. */
  declared(category: 'snippet' | 'settings'): readonly ContentType[] {
    return this.types.all(category).filter(({ api }) => api.endpoint === true);
  }

  private makeListings(): ReadonlyMap<string, Endpoint> {
    const declared = this.declared('snippet').map(
      (type) => [`snippets/${this.models.typeName(type.name)}`, declaredSnippetsEndpoint(type.target)] as const,
    );
    const own = Object.entries(this.options.snippetEndpoints);
    return new Map<string, Endpoint>([
      ['pages', pagesEndpoint],
      ['images', mediaEndpoint((request) => request.models.image)],
      ['documents', mediaEndpoint((request) => request.models.document)],
      ['redirects', redirectsEndpoint],
      ...declared,
      ...own.map(([name, target]) => [name, snippetEndpoint(target)] as const),
    ]);
  }

  private makeSummaries(): ReadonlyMap<string, Summary> {
    const settings = this.declared('settings');
    const snippets = this.declared('snippet');
    return new Map<string, Summary>([
      ...(this.options.searchEndpoint ? [['search', searchEverything(this.search, snippets)] as const] : []),
      ...(this.options.navigation ? [['navigation', navigation] as const] : []),
      ...(snippets.length > 0 ? [['snippets', snippetTypes(snippets)] as const] : []),
      ...(settings.length > 0 ? [['settings', allSettings(settings)] as const] : []),
      ...settings.map((type) => [`settings/${this.models.typeName(type.name)}`, settingsOf(type)] as const),
    ]);
  }
}
