import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { provideStrategy, type Strategy } from '@pipit/kernel';
import { PostgresSearchIndex } from './postgres-search-index.js';
import { SearchEntry } from './search-entry.entity.js';
import { SearchIndex } from './search-index.js';
import { SearchIndexing } from './search-indexing.js';

/** Strategies of search. */
export interface SearchOptions {
  /** Another engine; default Postgres. */
  readonly index?: Strategy<SearchIndex>;
}

/** Full text search. */
@Global()
@Module({})
export class SearchModule {
  static forRoot(options: SearchOptions = {}): DynamicModule {
    return {
      module: SearchModule,
      imports: [TypeOrmModule.forFeature([SearchEntry])],
      providers: [provideStrategy(SearchIndex, options.index ?? PostgresSearchIndex), SearchIndexing],
      exports: [SearchIndex, SearchIndexing],
    };
  }
}
