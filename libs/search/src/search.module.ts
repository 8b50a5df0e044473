import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PostgresSearchIndex } from './postgres-search-index.js';
import { SearchEntry } from './search-entry.entity.js';
import { SearchIndex } from './search-index.js';
import { SearchIndexing } from './search-indexing.js';

/** Strategies of search. */
export interface SearchOptions {
  /** Another engine; default Postgres. */
  readonly index?: Type<SearchIndex>;
}

/** Full text search. */
@Global()
@Module({})
export class SearchModule {
  static forRoot(options: SearchOptions = {}): DynamicModule {
    return {
      module: SearchModule,
      imports: [TypeOrmModule.forFeature([SearchEntry])],
      providers: [{ provide: SearchIndex, useClass: options.index ?? PostgresSearchIndex }, SearchIndexing],
      exports: [SearchIndex, SearchIndexing],
    };
  }
}
