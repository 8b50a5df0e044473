import { CheckFailure, checkTargets } from '@pipit/content-types';
import { DataSource, type DataSourceOptions } from 'typeorm';

/** The connection of an application, for `TypeOrmModule.forRootAsync`, once all its relations lead to tables. */
export function checkedDataSource(options?: DataSourceOptions): Promise<DataSource> {
  if (!options) throw new Error('A connection needs options: see dataSourceOptions.');
  const entities = Array.isArray(options.entities) ? options.entities : Object.values(options.entities ?? {});
  const problems = checkTargets(entities.filter((entity) => typeof entity === 'function'));
  if (problems.length > 0) throw new CheckFailure(problems);
  return Promise.resolve(new DataSource(options));
}
