import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PagingQueryDto } from '@pipit/access';
import { MAX_ID } from '@pipit/content-types';
import { PageRowDto } from '../../http/page-row.dto.js';
import { PageTranslationDto } from '../../http/page-translation.dto.js';
import { TRANSLATION_GAPS, type TranslationGap } from '../missing-translations.js';
import { PARENT_MODES, type ParentMode } from '../translated-parents.js';

/** What is to be there in which languages. */
export class TranslatePageDto {
  @ApiProperty({ type: [String], example: ['de', 'fr'], description: 'Codes of the languages.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(35, { each: true })
  locales!: string[];

  @ApiPropertyOptional({ description: 'With all pages below; those that are there already stay as they are.' })
  @IsOptional()
  @IsBoolean()
  subtree?: boolean;

  @ApiPropertyOptional({
    enum: PARENT_MODES,
    description: 'Pages above that are not there yet become mirrors (default), or drafts, or a reason to refuse.',
  })
  @IsOptional()
  @IsIn(PARENT_MODES)
  parents?: ParentMode;

  @ApiPropertyOptional({ description: 'Mirrors that stand in for translations, instead of drafts.' })
  @IsOptional()
  @IsBoolean()
  alias?: boolean;
}

/** What came to be in one language. */
export class TranslatedPageDto {
  @ApiProperty({ example: 'de' }) locale!: string;
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() title!: string;
  @ApiProperty({ type: 'integer', description: 'Pages that were made, or stopped being mirrors.' }) pages!: number;
}

/** What came to be. */
export class TranslatedPageListDto {
  @ApiProperty({ type: [TranslatedPageDto] }) items!: TranslatedPageDto[];
}

/** What there is of a page in one language. */
export class TranslationStateDto {
  @ApiProperty({ example: 'de' }) locale!: string;
  @ApiProperty({ example: 'Deutsch' }) name!: string;
  @ApiProperty({ type: PageTranslationDto, nullable: true, description: 'Null: none, or none the caller may see.' })
  page!: PageTranslationDto | null;
  @ApiProperty() exists!: boolean;
  @ApiProperty() canTranslate!: boolean;
}

/** What there is of a page in each language. */
export class TranslationStateListDto {
  @ApiProperty({ type: [TranslationStateDto] }) items!: TranslationStateDto[];
}

/** Which pages lack what in which language. */
export class MissingTranslationsQueryDto extends PagingQueryDto {
  @ApiProperty({ example: 'de', description: 'The language that lacks something.' })
  @IsString()
  @MaxLength(35)
  locale!: string;

  @ApiPropertyOptional({ type: String, description: 'Separated by commas. Default: all.', example: 'missing,outdated' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => String(value).split(','))
  @IsIn(TRANSLATION_GAPS, { each: true })
  gaps?: TranslationGap[];

  @ApiPropertyOptional({ example: 'blog.BlogPage' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  type?: string;

  @ApiPropertyOptional({ type: 'integer', description: 'Only this page and those below it.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  below?: number;
}

/** The translation there is, as far as there is one. */
export class TranslationRefDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() title!: string;
}

/** A page that is not, or not well, translated into a language. */
export class MissingTranslationDto {
  @ApiProperty({ type: PageRowDto }) page!: PageRowDto;
  @ApiProperty({ enum: TRANSLATION_GAPS }) gap!: TranslationGap;
  @ApiProperty({ type: TranslationRefDto, nullable: true }) translation!: TranslationRefDto | null;
}

/** Pages that lack a translation. */
export class MissingTranslationListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [MissingTranslationDto] }) items!: MissingTranslationDto[];
}

/** How far one language is. */
export class TranslationProgressDto {
  @ApiProperty({ example: 'de' }) locale!: string;
  @ApiProperty({ example: 'Deutsch' }) name!: string;
  @ApiProperty({ type: 'integer', description: 'Pages that are written in other languages first.' }) pages!: number;
  @ApiProperty({ type: 'integer', description: 'Not there.' }) missing!: number;
  @ApiProperty({ type: 'integer', description: 'A mirror stands in.' }) alias!: number;
  @ApiProperty({ type: 'integer', description: 'Not live.' }) draft!: number;
  @ApiProperty({ type: 'integer', description: 'Its source was published later.' }) outdated!: number;
}

/** How far all languages are. */
export class TranslationProgressListDto {
  @ApiProperty({ type: [TranslationProgressDto] }) items!: TranslationProgressDto[];
}
