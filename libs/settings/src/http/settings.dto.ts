import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { AsGiven, PagingQueryDto } from '@pipit/access';
import { MAX_ID, type JsonObject } from '@pipit/content-types';
import { MergedWorkDto, ResolutionDto } from '@pipit/revisions';

const FIELDS = { type: 'object', additionalProperties: true } as const;

/** What the caller may do with settings of a type. */
export class SettingsPermissionsDto {
  @ApiProperty() edit!: boolean;
}

/** A settings type. */
export class SettingsSummaryDto {
  @ApiProperty({ example: 'site.Social' }) type!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ type: String, nullable: true }) icon!: string | null;
  @ApiProperty({ enum: ['site', 'global'], description: '`site`: each site has its own values.' })
  scope!: 'site' | 'global';
  @ApiProperty({ type: SettingsPermissionsDto }) can!: SettingsPermissionsDto;
  @ApiProperty({ type: [Number], description: 'Of `site`: the sites whose values the caller may edit.' })
  sites!: readonly number[];
}

/** All settings types. */
export class SettingsListDto {
  @ApiProperty({ type: [SettingsSummaryDto] }) items!: SettingsSummaryDto[];
}

/** The site whose settings they are. */
export class SettingsSiteDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}

/** Settings with their values. */
export class SettingsDetailDto {
  @ApiProperty() type!: string;
  @ApiProperty({ type: SettingsSiteDto, nullable: true, description: 'Null: they hold for the whole installation.' })
  site!: SettingsSiteDto | null;
  @ApiProperty(FIELDS) fields!: JsonObject;
  @ApiProperty({ type: 'integer', description: 'The next write has to name it. 0: nobody has edited them yet.' })
  version!: number;
}

/** Whose settings. */
export class SettingsQueryDto {
  @ApiPropertyOptional({ type: 'integer', description: 'For settings sites have. Left out: the default site.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  site?: number;
}

/** Which part of a history. */
export class SettingsHistoryQueryDto extends IntersectionType(SettingsQueryDto, PagingQueryDto) {}

/** New values. */
export class EditSettingsDto {
  @ApiProperty({ type: 'integer', description: 'The version the caller started from.' }) @IsInt() baseVersion!: number;
  @ApiProperty({ ...FIELDS, description: 'The changed fields only.' }) @IsObject() @AsGiven() fields!: JsonObject;

  @ApiPropertyOptional({
    ...FIELDS,
    description: 'What the changed fields were before, with which changes of others are joined.',
  })
  @IsOptional()
  @IsObject()
  @AsGiven()
  baseFields?: JsonObject;

  @ApiPropertyOptional({ type: ResolutionDto, description: 'What you decided after a conflict.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ResolutionDto)
  resolve?: ResolutionDto;
}

/** Settings after an edit. */
export class EditedSettingsDto extends SettingsDetailDto {
  @ApiProperty({ type: MergedWorkDto, nullable: true, description: 'Null when nobody else had changed anything.' })
  merged!: MergedWorkDto | null;
}

/** Who changed settings. */
export class SettingsActorDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}

/** A line of the history. */
export class SettingsChangeDto {
  @ApiProperty() id!: string;
  @ApiProperty({ type: String, format: 'date-time' }) at!: Date;
  @ApiProperty({ type: SettingsActorDto, nullable: true }) actor!: SettingsActorDto | null;
  @ApiProperty({ example: 'settings.edit' }) action!: string;
  @ApiProperty({ description: 'What they were called then.' }) label!: string;
  @ApiProperty({ ...FIELDS, description: '`fields`: the names of those that changed.' }) data!: Record<string, unknown>;
}

/** What was done to settings, latest first. */
export class SettingsHistoryDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [SettingsChangeDto] }) items!: SettingsChangeDto[];
}
