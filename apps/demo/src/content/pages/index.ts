import type { PageSeed } from '../seed.js';
import { about } from './about.js';
import { events } from './events.js';
import { garden, walks } from './garden.js';
import { home } from './home.js';
import { line } from './line.js';
import { logbook } from './logbook.js';
import { visit } from './visit.js';

/** All pages of the demo site, parents before children, in menu order. */
export const pages: PageSeed[] = [home, ...visit, ...line, ...garden, ...walks, ...events, ...logbook, ...about];
