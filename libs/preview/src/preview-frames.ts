import { Injectable } from '@nestjs/common';
import { siteOrigin, type Site } from '@pipit/pages';
import { DataSource } from 'typeorm';
import { PreviewConfig } from './preview.options.js';

/** Where previews may be shown from: what the editor may put into a frame, and nothing else. */
@Injectable()
export class PreviewFrames {
  constructor(
    private readonly config: PreviewConfig,
    private readonly dataSource: DataSource,
  ) {}

  /** Origins of all frontends that show previews, those of the sites as they are at this moment. */
  async origins(): Promise<string[]> {
    const sites: Pick<Site, 'hostname' | 'port'>[] = await this.dataSource.query('SELECT hostname, port FROM site');
    return [...new Set([...this.config.origins, ...sites.map(siteOrigin)])];
  }
}
