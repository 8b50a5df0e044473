import type { ChildOrder, DefaultPrivacy } from '@pipit/content-types';
import { ApiProperty, ApiPropertyOptional, getSchemaPath, ApiExtraModels } from '@nestjs/swagger';

/** What the caller may do with a type. */
export class TypePermissionsDto {
  @ApiProperty() view!: boolean;
  @ApiProperty() create!: boolean;
  @ApiProperty() edit!: boolean;
  @ApiProperty() delete!: boolean;
}

/** A type in words, for pickers. */
export class ContentTypeSummaryDto {
  @ApiProperty({ example: 'blog.BlogPage' }) name!: string;
  @ApiProperty({ enum: ['page', 'snippet', 'settings', 'model'] }) category!: 'page' | 'snippet' | 'settings' | 'model';
  @ApiProperty() label!: string;
  @ApiProperty() labelPlural!: string;
  @ApiProperty({ type: String, nullable: true }) icon!: string | null;
  @ApiProperty() description!: string;
  @ApiProperty({ type: TypePermissionsDto }) can!: TypePermissionsDto;
}

/** All types the caller may see. */
export class ContentTypeListDto {
  @ApiProperty({ type: [ContentTypeSummaryDto] }) items!: ContentTypeSummaryDto[];
}

const CONDITION = 'A test of other values: {field, is|isNot|in|isEmpty}, {all}, {any} or {not}.';

/** A field or block of the editing form. */
export class FieldDto {
  @ApiProperty() name!: string;
  @ApiProperty({ example: 'richText' }) kind!: string;
  @ApiProperty() label!: string;
  @ApiProperty() help!: string;
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string', enum: ['to-publish'] }] })
  required!: boolean | 'to-publish';
  @ApiProperty() readOnly!: boolean;
  @ApiProperty({ nullable: true, description: 'Any JSON.' }) defaultValue!: unknown;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'By kind.' })
  options!: Record<string, unknown>;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: CONDITION })
  showWhen?: object;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, description: CONDITION })
  requireWhen?: object;
  @ApiPropertyOptional({ description: 'One value among all rows of the type.' }) unique?: boolean;
  @ApiPropertyOptional({ description: 'False when translations share the value.' }) localized?: boolean;
  @ApiPropertyOptional({ description: 'Summary when folded: `{member}` names members.' }) labelFormat?: string;
  @ApiPropertyOptional({ description: 'Starts folded.' }) collapsed?: boolean;
  @ApiPropertyOptional({ nullable: true, description: 'Any JSON: an example for the block picker.' })
  previewValue?: unknown;
  @ApiPropertyOptional({
    type: 'integer',
    description: 'Blocks that hold themselves: the container that many levels further out again, with its `options`.',
  })
  repeats?: number;
  @ApiPropertyOptional({ type: String, nullable: true }) icon?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) group?: string | null;
  @ApiPropertyOptional() description?: string;
}

/** A tab of the editing form: panels are `{field}`, `{row}`, `{heading, panels}`, `{help}` or `{panel}`. */
export class TabDto {
  @ApiProperty() name!: string;
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } }) panels!: readonly object[];
}

/** Where pages of a type may stand. */
export class TreeRulesDto {
  @ApiProperty({ type: [String], nullable: true, description: 'null: any.' }) parents!: readonly string[] | null;
  @ApiProperty({ type: [String], nullable: true, description: 'null: any.' }) children!: readonly string[] | null;
  @ApiProperty({ type: 'integer', nullable: true }) maxCount!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) maxCountPerParent!: number | null;
  @ApiProperty() creatable!: boolean;
}

/** A way to look at a draft. */
export class PreviewModeDto {
  @ApiProperty() name!: string;
  @ApiProperty() label!: string;
}

/** A column of a list of rows. */
export class ListColumnDto {
  @ApiProperty() name!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ description: 'The field’s kind; `computed` for getters.' }) kind!: string;
  @ApiProperty() sortable!: boolean;
}

/** A value to choose from. */
export class ListChoiceDto {
  @ApiProperty() value!: string;
  @ApiProperty() label!: string;
}

/** A filter of a list of rows: `filter.<name>.<operator>=`. */
export class ListFilterDto {
  @ApiProperty() name!: string;
  @ApiProperty() label!: string;
  @ApiProperty() kind!: string;
  @ApiProperty({ type: [String], enum: ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in', 'contains', 'empty'] })
  operators!: readonly string[];
  @ApiPropertyOptional({ type: [ListChoiceDto] }) choices?: readonly ListChoiceDto[];
  @ApiPropertyOptional({ description: 'Type whose rows are chosen from; `page`, `image` and so on for those.' })
  model?: string;
}

/** An action on many rows. */
export class ListBulkActionDto {
  @ApiProperty() name!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ description: 'Ask once more.' }) danger!: boolean;
}

/** The list of a type whose rows are served under `/records`. */
export class ListDto {
  @ApiProperty({ type: [ListColumnDto] }) columns!: readonly ListColumnDto[];
  @ApiProperty({ type: [ListFilterDto] }) filters!: readonly ListFilterDto[];
  @ApiProperty() searchable!: boolean;
  @ApiProperty({ type: [String], description: 'Unless another is asked for.' }) order!: readonly string[];
  @ApiProperty({ type: 'integer' }) perPage!: number;
  @ApiProperty({ type: [ListBulkActionDto] }) bulk!: readonly ListBulkActionDto[];
  @ApiProperty({ type: [String] }) export!: readonly string[];
  @ApiProperty() import!: boolean;
}

/** All the editor needs to build a type's form, and the rules that bind it. */
@ApiExtraModels(FieldDto)
export class ContentTypeDto extends ContentTypeSummaryDto {
  @ApiProperty() titleField!: string;
  @ApiProperty({ type: 'array', items: { $ref: getSchemaPath(FieldDto) } }) fields!: readonly FieldDto[];
  @ApiProperty({ type: [TabDto] }) tabs!: readonly TabDto[];
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } }) side!: readonly object[];
  @ApiProperty({ description: 'Has drafts and revisions beside what is live.' }) drafts!: boolean;
  @ApiProperty({ type: TreeRulesDto }) rules!: TreeRulesDto;
  @ApiPropertyOptional({
    oneOf: [
      { type: 'string', enum: ['public', 'login'] },
      { type: 'object', required: ['groups'], properties: { groups: { type: 'array', items: { type: 'string' } } } },
    ],
    description: 'Pages only: who may read a new one.',
  })
  defaultPrivacy?: DefaultPrivacy;
  @ApiPropertyOptional({
    type: [PreviewModeDto],
    description: 'Pages, and snippets that have any: ways to look at a draft.',
  })
  previewModes?: readonly PreviewModeDto[];
  @ApiPropertyOptional({
    type: String,
    description: 'Pages only: `manual`, or the value by which pages below are listed; a leading `-` reverses.',
    example: '-firstPublishedAt',
  })
  childOrder?: ChildOrder;
  @ApiPropertyOptional({ type: ListDto, description: 'Snippets and managed entities.' }) list?: ListDto;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'JSON Schema 2020-12 of the fields as they are stored.',
  })
  schema!: Record<string, unknown>;
}
