import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { MAX_ID } from '@pipit/content-types';

/** The page that a site's addresses of one language start from. */
export class SiteHomeDto {
  @ApiProperty({ example: 'en' }) locale!: string;
  @ApiProperty({ type: 'integer' }) pageId!: number;
  @ApiProperty() title!: string;
  @ApiProperty({ example: 'http://localhost/' }) url!: string;
}

/** A host name and the page its addresses start from. */
export class SiteDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ example: 'localhost' }) hostname!: string;
  @ApiProperty({ type: 'integer', example: 80 }) port!: number;
  @ApiProperty({ type: 'integer' }) rootPageId!: number;
  @ApiProperty({ description: 'Answers for hosts no site names.' }) isDefault!: boolean;
  @ApiProperty({ example: 'http://localhost' }) url!: string;
  @ApiProperty({ type: [SiteHomeDto], description: 'The site’s own home page first, then its translations.' })
  homes!: SiteHomeDto[];
}

/** What the caller may do with sites. */
export class SitePermissionsDto {
  @ApiProperty() add!: boolean;
  @ApiProperty() edit!: boolean;
  @ApiProperty() delete!: boolean;
}

/** All sites. */
export class SiteListDto {
  @ApiProperty({ type: [SiteDto] }) items!: SiteDto[];
  @ApiProperty({ type: SitePermissionsDto }) can!: SitePermissionsDto;
}

/** A site to be added. */
export class CreateSiteDto {
  @ApiProperty({ example: 'www.example.org', description: 'Stored in lower case; other alphabets are encoded.' })
  @IsString()
  @MaxLength(255)
  hostname!: string;

  @ApiPropertyOptional({ type: 'integer', description: 'Default 80, which prints no port; 443 prints https.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(65_535)
  port?: number;

  @ApiPropertyOptional({ description: 'What people call it.' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  name?: string;

  @ApiProperty({ type: 'integer', description: 'The home page: addresses start from it.' })
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  rootPageId!: number;

  @ApiPropertyOptional({ description: 'Answers for hosts no site names, instead of the one that did.' })
  @IsOptional()
  @IsBoolean()
  isDefault?: boolean;
}

/** What is to be different about a site. */
export class EditSiteDto extends PartialType(CreateSiteDto) {}
