import { Global, Module } from '@nestjs/common';
import { ContentTypes } from './registry/content-types.js';

/** Holds the registry of declared types. */
@Global()
@Module({ providers: [ContentTypes], exports: [ContentTypes] })
export class ContentTypesModule {}
