/** Shapes of the management API (`/api/admin/v1`). Names and meanings follow the API; nothing here is editor state. */
export type * from './common-types.ts';
export type * from './content-types.ts';
export type * from './page-types.ts';
export type * from './library-types.ts';
export type * from './problem-types.ts';
export type * from './record-types.ts';
