import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TagsController } from './http/tags.controller.js';
import { FindTagNames } from './queries/find-tag-names.js';
import { Tag } from './tag.entity.js';
import { TagStore } from './tag-store.js';

/** Tags: one pool of words for everything that can be tagged. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Tag])],
  controllers: [TagsController],
  providers: [TagStore, FindTagNames],
  exports: [TagStore, FindTagNames],
})
export class TagsModule {}
