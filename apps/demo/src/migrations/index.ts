import { DemoTypes1795255406008 } from './1795255406008-demo-types.js';
/** Migrations of the demo's tables in the order they run. */
export const migrations = [DemoTypes1795255406008];
