import { PluginCatalogue1795267170901 } from './1795267170901-plugin-catalogue.js';
import { BlockCatalogue1795265898704 } from './1795265898704-block-catalogue.js';
import { Initial1795265463776 } from './1795265463776-initial.js';
import { HutsAndValleys1795275150093 } from './1795275150093-huts-and-valleys.js';
import { Peaks1795287243086 } from './1795287243086-peaks.js';
/** Migrations in the order they run. */
export const migrations = [
  Initial1795265463776,
  BlockCatalogue1795265898704,
  PluginCatalogue1795267170901,
  HutsAndValleys1795275150093,
  Peaks1795287243086,
];
