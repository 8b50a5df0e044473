import { Controller, Delete, Get, HttpCode, Param, Put, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExcludeEndpoint, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'; // prettier-ignore
import { ApiProblems, Authenticated, CurrentCtx, Public, SessionOnly, Unrepeatable } from '@pipit/access';
import { badRequest, notFound, type Ctx } from '@pipit/kernel';
import { SmallPictures } from '@pipit/media';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AvatarListDto } from './avatar.dto.js';
import { SetAvatar } from './avatar-actions.js';
import { UserAvatar } from './user-avatar.entity.js';

/** Pixels of a side: twice what the largest place shows. */
const SIDE = 128;
const ADDRESS = '/avatars/';

/** Pictures of people, shown beside their names in the editor. */
@ApiTags('Users')
@Controller()
export class AvatarsController {
  constructor(
    private readonly pictures: SmallPictures,
    private readonly setAvatar: SetAvatar,
  ) {}

  /** Asked for once and kept by whoever shows names: there is one small row for each person with a picture. */
  @Get('api/admin/v1/avatars')
  @Authenticated()
  @ApiOperation({ summary: 'Where the pictures of people are' })
  @ApiOkResponse({ type: AvatarListDto })
  async list(@CurrentCtx() ctx: Ctx): Promise<AvatarListDto> {
    const rows = await ctx.manager.find(UserAvatar, { order: { userId: 'ASC' } });
    return { items: rows.map(({ userId, name }) => ({ userId, url: ADDRESS + name })) };
  }

  @Put('api/admin/v1/me/avatar')
  @Authenticated()
  @SessionOnly()
  @Unrepeatable()
  @HttpCode(204)
  @ApiOperation({ summary: 'Give yourself a picture' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiNoContentResponse()
  @ApiProblems(badRequest)
  async set(@CurrentCtx() ctx: Ctx, @Req() request: FastifyRequest): Promise<void> {
    await this.setAvatar.run(ctx, { picture: await this.pictures.receiveSquare(request, SIDE) });
  }

  @Delete('api/admin/v1/me/avatar')
  @Authenticated()
  @SessionOnly()
  @HttpCode(204)
  @ApiOperation({ summary: 'Take your picture away' })
  @ApiNoContentResponse()
  remove(@CurrentCtx() ctx: Ctx): Promise<void> {
    return this.setAvatar.run(ctx, { picture: null });
  }

  /** Its name is a secret of those who are told it, as pictures of pages carry no credentials. */
  @Get('avatars/:name')
  @Public()
  @ApiExcludeEndpoint()
  async serve(@CurrentCtx() ctx: Ctx, @Param('name') name: string, @Res() reply: FastifyReply): Promise<void> {
    const isName = /^[\w-]{22}$/.test(name);
    const found = isName ? await ctx.manager.findOne(UserAvatar, { where: { name }, select: { bytes: true } }) : null;
    if (!found) throw notFound('There is no such picture.');
    await reply
      .header('content-type', 'image/webp')
      .header('cache-control', 'private, max-age=86400, immutable')
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(found.bytes);
  }
}
