import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';

/** A language of content. */
export class LocaleDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ example: 'en' }) code!: string;
  @ApiProperty({ example: 'English' }) name!: string;
  @ApiProperty() isDefault!: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'What readers get where it has no translation.' })
  fallback!: string | null;
}

/** What the caller may do with languages. */
export class LocalePermissionsDto {
  @ApiProperty() add!: boolean;
  @ApiProperty() edit!: boolean;
  @ApiProperty() delete!: boolean;
}

/** All languages of content. */
export class LocaleListDto {
  @ApiProperty({ type: [LocaleDto] }) items!: LocaleDto[];
  @ApiProperty({ type: LocalePermissionsDto }) can!: LocalePermissionsDto;
}

/** A language to be added. */
export class CreateLocaleDto {
  @ApiProperty({ example: 'pt-BR', description: 'A language tag (BCP 47), kept in its usual spelling.' })
  @IsString()
  @MaxLength(35)
  code!: string;

  @ApiPropertyOptional({ description: 'Default: what the language calls itself.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  name?: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: 'Code of the language readers get instead.' })
  @IsOptional()
  @IsString()
  @MaxLength(35)
  fallback?: string | null;

  @ApiPropertyOptional({ description: 'Takes it from the one that was.' })
  @IsOptional()
  @IsBoolean()
  isDefault?: boolean;
}

/** What is to be different about a language. */
export class EditLocaleDto extends PartialType(CreateLocaleDto) {}
