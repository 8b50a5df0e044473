import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Authenticated, Public } from '@pipit/access';
import { notFound } from '@pipit/kernel';
import { EditorExtensionListDto } from './editor-extension.dto.js';
import { EditorExtensions } from './editor-extensions.js';

const ROUTE = 'api/admin/v1/editor/extensions';

@ApiTags('Editor')
@Controller(ROUTE)
export class EditorExtensionsController {
  constructor(private readonly extensions: EditorExtensions) {}

  /** The extensions which the editor loads at its start. */
  @Get()
  @Authenticated()
  @ApiOkResponse({ type: EditorExtensionListDto })
  list(): EditorExtensionListDto {
    const items = this.extensions.all().map(({ name, version }) => ({ name, url: `/${ROUTE}/${name}/${version}.js` }));
    return { items };
  }

  /**
   * The code of an extension. Public, like the editor's own code: a browser's `import` sends no token.
   * The address names the version, so that the answer never changes.
   */
  @Get(':name/:version.js')
  @Public()
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  @Header('x-content-type-options', 'nosniff')
  @ApiProduces('text/javascript')
  @ApiOkResponse({ description: 'An ES module.', schema: { type: 'string', format: 'binary' } })
  file(@Param('name') name: string, @Param('version') version: string): StreamableFile {
    const source = this.extensions.find(name, version);
    if (!source) throw notFound('There is no such version of this editor extension.');
    return new StreamableFile(source, { type: 'text/javascript; charset=utf-8' });
  }
}
