import { Inject, Injectable } from '@nestjs/common';
import { ContentTypes, type JsonSchema } from '@pipit/content-types';
import type { ApiModel } from '../model/api-model.js';
import { Endpoints } from '../endpoints/all-endpoints.js';
import { ApiModels } from '../model/api-models.js';
import { DELIVERY_OPTIONS, type DeliveryOptions } from '../options.js';
import { ObjectSchemas } from './object-schemas.js';
import { NAVIGATION_PAGE, navigationPath, searchPath, settingsPaths, snippetTypesPath } from './summary-paths.js';
import { endpointPaths, type EndpointSchemas } from './endpoint-paths.js';

/** An OpenAPI 3.1 document as plain data. */
export interface ContentOpenApi {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Record<string, unknown>;
  readonly components: { readonly schemas: Record<string, JsonSchema> };
}

/** The content API of this very site in OpenAPI 3.1: a schema for each of its types and for each block in them. */
@Injectable()
export class ContentOpenApiDocument {
  private made: ContentOpenApi | null = null;

  constructor(
    private readonly models: ApiModels,
    private readonly types: ContentTypes,
    private readonly paths: Endpoints,
    @Inject(DELIVERY_OPTIONS) private readonly options: DeliveryOptions,
  ) {}

  /** The document; made once, as declarations do not change while the server runs. */
  get document(): ContentOpenApi {
    this.made ??= this.make();
    return this.made;
  }

  private make(): ContentOpenApi {
    const schemas = new ObjectSchemas(this.namesOf());
    const paths = this.endpoints().map(([name, models]) => endpointPaths(name, described(schemas, models)));
    return {
      openapi: '3.1.0',
      info: { title: 'Content API', version: '2', description: 'Published content of this site, to read.' },
      servers: [{ url: '/' }],
      paths: Object.assign({}, ...paths, ...this.summaries(schemas)) as Record<string, unknown>,
      components: { schemas: { ...schemas.components, NavigationPage: NAVIGATION_PAGE, ApiError: ERROR } },
    };
  }

  private endpoints(): (readonly [string, readonly ApiModel[]])[] {
    const { page, image, document, redirect } = this.models;
    const pages = this.types.all('page').map((type) => this.models.ofType(type));
    const snippets = Object.entries(this.options.snippetEndpoints).map(
      ([name, target]) => [name, [this.models.ofEntity(target)]] as const,
    );
    return [
      ['pages', [page, ...pages]],
      ['images', [image]],
      ['documents', [document]],
      ['redirects', [redirect]],
      ...snippets,
      ...this.paths.declared('snippet').map((type): [string, readonly ApiModel[]] => {
        const model = this.models.ofType(type);
        return [`snippets/${model.name}`, [model]];
      }),
    ];
  }

  private summaries(schemas: ObjectSchemas): Record<string, unknown>[] {
    const settings = this.paths.declared('settings').map((type) => {
      const model = this.models.ofType(type);
      return { name: model.name, schema: schemas.detail(model) };
    });
    return [
      this.options.navigation ? navigationPath() : {},
      this.paths.declared('snippet').length > 0 ? snippetTypesPath() : {},
      settingsPaths(settings),
      this.options.searchEndpoint ? searchPath(this.found(schemas)) : {},
    ];
  }

  private found(schemas: ObjectSchemas): JsonSchema[] {
    const { page, image, document } = this.models;
    const snippets = this.paths.declared('snippet').map((type) => this.models.ofType(type));
    return [
      ...[page, image, document].map((model) => schemas.listed(model)),
      ...snippets.map((model) => schemas.detail(model)),
    ];
  }

  /** `blog.BlogPost` is called `BlogPost`, unless another app has one too. */
  private namesOf(): (model: ApiModel) => string {
    const { page, image, document, redirect, collection, locale, tag } = this.models;
    const core = [page, image, document, redirect, collection, locale, tag].map(({ name }) => name);
    const names = new Set([...core, ...this.types.all().map(({ name }) => this.models.typeName(name))]);
    const counts = new Map<string, number>();
    for (const name of names) counts.set(lastPart(name), (counts.get(lastPart(name)) ?? 0) + 1);
    return ({ name }) => ((counts.get(lastPart(name)) ?? 0) > 1 ? wholeName(name) : lastPart(name));
  }
}

/** What every error of the content API says. */
const ERROR: JsonSchema = {
  title: 'Error of the content API',
  type: 'object',
  properties: { message: { type: 'string' } },
  required: ['message'],
};

function described(schemas: ObjectSchemas, models: readonly ApiModel[]): EndpointSchemas {
  return {
    // Details first: blocks are named after where they are met first.
    detail: anyOf(models.map((model) => schemas.detail(model))),
    listed: anyOf(models.map((model) => schemas.listed(model))),
    filters: filtersOf(models),
  };
}

/** Names that listings can be filtered and ordered by. */
function filtersOf(models: readonly ApiModel[]): readonly string[] {
  const [common] = models;
  return [...(common?.body ?? []), ...(common?.meta ?? [])].filter(({ filter }) => filter).map(({ name }) => name);
}

function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
  const [only] = schemas;
  return schemas.length === 1 && only ? only : { anyOf: schemas };
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** `blog.BlogPost` → `BlogBlogPost`. */
const wholeName = (name: string): string =>
  name
    .split('.')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
