import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CreateLocale } from './actions/create-locale.action.js';
import { DeleteLocale } from './actions/delete-locale.action.js';
import { EditLocale } from './actions/edit-locale.action.js';
import { LocalesController } from './http/locales.controller.js';
import { LocaleRules } from './locale-rules.js';
import { Locale } from './locale.entity.js';
import { Locales } from './locales.js';
import './permissions.js';

/** Languages of content and what joins translations. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Locale])],
  controllers: [LocalesController],
  providers: [Locales, LocaleRules, CreateLocale, EditLocale, DeleteLocale],
  exports: [Locales, CreateLocale, EditLocale, DeleteLocale],
})
export class LocalesModule {}
