import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Authenticated } from '@pipit/access';
import { nameInWords } from '@pipit/content-types';
import { RenditionPlanner } from '../renditions/rendition-planner.js';

/** A ratio in which people may choose what is shown of an image. */
export class CropRatioDto {
  @ApiProperty({ description: 'What filter specs call it: `crop-hero`' }) name!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ type: 'integer', description: 'Of 16 to 9: 16' }) width!: number;
  @ApiProperty({ type: 'integer', description: 'Of 16 to 9: 9' }) height!: number;
}

/** All of them, as the project declares them. */
export class CropRatioList {
  @ApiProperty({ type: [CropRatioDto] }) items!: CropRatioDto[];
}

/** The ratios a project declares. */
@ApiTags('Images')
@Controller('api/admin/v1/images/crops')
@Authenticated()
export class CropsController {
  constructor(private readonly planner: RenditionPlanner) {}

  @Get()
  @ApiOperation({ summary: 'Ratios in which one may choose what is shown of an image' })
  @ApiOkResponse({ type: CropRatioList })
  list(): CropRatioList {
    return { items: this.planner.ratios.map((ratio) => ({ ...ratio, label: nameInWords(ratio.name) })) };
  }
}
