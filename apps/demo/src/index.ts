import type { INestApplicationContext } from '@nestjs/common';
import type { Project } from '@pipit/cms';
export const demo: Project = { name: 'demo', types: [], migrations: [], migrationsDir: 'apps/demo/src/migrations' };
export async function loadDemo(_app: INestApplicationContext, _say: (line: string) => void): Promise<void> {}
