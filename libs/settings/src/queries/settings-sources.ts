import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Policy } from '@pipit/access';
import { ContentTypes, type EntityId } from '@pipit/content-types';
import type { Ctx } from '@pipit/kernel';
import { SourceReaders, type SourceName, type SourceReader } from '@pipit/references';
import { SettingsTypes } from '../settings-types.js';

/** Tells who may know that settings point at something, and what they are called. */
@Injectable()
export class SettingsSources implements SourceReader, OnModuleInit {
  constructor(
    private readonly readers: SourceReaders,
    private readonly types: ContentTypes,
    private readonly settings: SettingsTypes,
    private readonly policy: Policy,
  ) {}

  onModuleInit(): void {
    this.readers.register(this);
  }

  handles(type: string): boolean {
    return this.types.find(type)?.category === 'settings';
  }

  async visible(ctx: Ctx, name: string): Promise<string> {
    return (await this.policy.can(ctx, 'settings.edit', { kind: 'type', name })) ? 'TRUE' : 'FALSE';
  }

  async names(_ctx: Ctx, name: string, ids: readonly EntityId[]): Promise<ReadonlyMap<EntityId, SourceName>> {
    const { label } = this.settings.require(name);
    return new Map(ids.map((id) => [id, { title: label }]));
  }
}
