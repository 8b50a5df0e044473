import { Module } from '@nestjs/common';
import { WagtailImport } from './wagtail-import.js';
import { ContentWriter } from './write/content-writer.js';
import { MediaWriter } from './write/media-writer.js';

/** The import of Wagtail sites. */
@Module({ providers: [WagtailImport, ContentWriter, MediaWriter], exports: [WagtailImport] })
export class WagtailImportModule {}
