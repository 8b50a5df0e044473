import { Global, Module } from '@nestjs/common';
import { EditorExtensionsController } from './editor-extensions.controller.js';
import { EditorExtensions } from './editor-extensions.js';

/** Lets every plugin register editor extensions. */
@Global()
@Module({ controllers: [EditorExtensionsController], providers: [EditorExtensions], exports: [EditorExtensions] })
export class EditorExtensionsModule {}
