import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LocalesController } from './http/locales.controller.js';
import { Locale } from './locale.entity.js';
import { Locales } from './locales.js';

/** Languages of content and what joins translations. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Locale])],
  controllers: [LocalesController],
  providers: [Locales],
  exports: [Locales],
})
export class LocalesModule {}
