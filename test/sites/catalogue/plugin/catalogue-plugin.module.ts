import { Module, type OnModuleInit } from '@nestjs/common';
import { EditorExtensions } from '@pipit/cms';

/** A plugin that extends the editor, by one module that works and one that does not. */
@Module({})
export class CataloguePluginModule implements OnModuleInit {
  constructor(private readonly extensions: EditorExtensions) {}

  onModuleInit(): void {
    this.extensions.register({ name: 'catalogue', file: new URL('./editor/catalogue.js', import.meta.url) });
    this.extensions.register({ name: 'broken', file: new URL('./editor/broken.js', import.meta.url) });
  }
}
