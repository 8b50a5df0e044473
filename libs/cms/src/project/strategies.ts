import type { JobQueue, Mailer, Storage, Strategy } from '@pipit/kernel';
import type { SlugStrategy } from '@pipit/pages';
import type { SearchIndex } from '@pipit/search';
import type { Project } from './project.js';

/** Ports, each with a class or an object to stand in for the default. A class may inject what Nest knows globally. */
export interface Strategies {
  /** Where files live. Default: a folder. */
  readonly storage?: Strategy<Storage>;
  /** Sends mail. Default: prints it to the log. */
  readonly mailer?: Strategy<Mailer>;
  /** Keeps work for later. Default: graphile-worker, in the same Postgres. */
  readonly jobQueue?: Strategy<JobQueue>;
  /** Finds what people search for. Default: Postgres full text. */
  readonly searchIndex?: Strategy<SearchIndex>;
  /** Makes slugs of titles. */
  readonly slugs?: Strategy<SlugStrategy>;
}

/** The strategies of a project: its own, then those of its plugins. Two plugins may not replace the same port. */
export function strategiesOf(project: Pick<Project, 'strategies' | 'plugins'>): Strategies {
  const own = project.strategies ?? {};
  const chosen: Record<string, unknown> = {};
  const chosenBy: Record<string, string> = {};
  for (const { name, strategies = {} } of project.plugins ?? []) {
    for (const [port, strategy] of Object.entries(strategies)) {
      if (Object.hasOwn(own, port)) continue;
      if (Object.hasOwn(chosen, port)) {
        throw new Error(
          `The plugins “${chosenBy[port]}” and “${name}” both bring a strategy “${port}”. ` +
            `Choose one in the project: strategies: { ${port}: … }.`,
        );
      }
      chosen[port] = strategy;
      chosenBy[port] = name;
    }
  }
  return { ...chosen, ...own };
}
