import { Injectable } from '@nestjs/common';
import type { Grant } from '@pipit/access';
import { systemCtx } from '@pipit/kernel';
import { CreateDefaultGroups } from '@pipit/users';
import { DataSource } from 'typeorm';

const everywhere = (...permissions: string[]): Grant[] =>
  permissions.map((permission) => ({ permission, scope: { kind: 'everywhere' } }));

const EDITOR = everywhere(
  'page.add', 'page.edit',
  'image.add', 'image.edit', 'image.choose', 'document.add', 'document.edit', 'document.choose',
  'snippet.view', 'snippet.add', 'snippet.edit',
); // prettier-ignore

const MODERATOR = [
  ...EDITOR,
  ...everywhere('page.publish', 'page.delete', 'page.lock', 'page.unlock', 'image.delete', 'document.delete'),
  ...everywhere('snippet.publish', 'snippet.delete', 'snippet.lock', 'snippet.unlock'),
];

/** What every installation begins with besides its tables. */
@Injectable()
export class BaseData {
  constructor(
    private readonly dataSource: DataSource,
    private readonly createDefaultGroups: CreateDefaultGroups,
  ) {}

  /** Adds what is missing; part of `migrate`. */
  async ensure(): Promise<void> {
    const ctx = systemCtx(this.dataSource.manager, 'migrate');
    await this.createDefaultGroups.run(ctx, { Editors: EDITOR, Moderators: MODERATOR });
  }
}
