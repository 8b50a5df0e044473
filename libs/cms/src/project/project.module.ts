import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CmsModule } from '../cms.module.js';
import { PLUGINS, PluginChecks } from './plugin-checks.js';
import type { Project } from './project.js';

/** Everything a project and its plugins declare, as one module beside {@link CmsModule.forRoot}. */
@Module({})
export class ProjectModule {
  static with(project: Project): DynamicModule {
    const { plugins = [], modules = [] } = project;
    const parts = [project, ...plugins];
    return {
      module: ProjectModule,
      imports: [
        CmsModule.forFeature(parts.flatMap(({ types = [] }) => types)),
        CmsModule.forModels(parts.flatMap(({ models = [] }) => models)),
        TypeOrmModule.forFeature(plugins.flatMap(({ entities = [] }) => entities)),
        ...plugins.map(({ module }) => module),
        ...modules,
      ],
      providers: [{ provide: PLUGINS, useValue: plugins }, PluginChecks],
    };
  }
}

/** The migrations of a project's tables and of its plugins'. */
export function migrationsOf({ migrations, plugins = [] }: Pick<Project, 'migrations' | 'plugins'>) {
  return [...plugins.flatMap((plugin) => plugin.migrations ?? []), ...migrations];
}
