import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Json } from '@pipit/content-types';
import type { Difference, GridRowDifference, ItemDifference, MemberDifference, Status } from '../compare/difference.js';
import type { RichTextBlockDifference } from '../compare/rich-text.js';
import type { Run } from '../compare/words.js';

const OPS = ['equal', 'insert', 'delete'];
const BLOCK_OPS = [...OPS, 'change'];
const TYPES = ['value', 'text', 'richText', 'grid', 'members', 'items'];
const POSITION = { type: 'integer', nullable: true } as const;
const ANY = { description: 'Any JSON value.', nullable: true } as const;

/** Words that stayed, came or went, with one look. */
export class RunDto implements Run {
  @ApiProperty({ enum: OPS }) op!: Run['op'];
  @ApiProperty() text!: string;
  @ApiPropertyOptional({ type: [String], description: 'Elements around the words: `b`, `a`.' }) marks?: string[];
  @ApiPropertyOptional({ description: 'Of links: where they lead, `page:3` for things of ours.' }) target?: string;
}

/** A paragraph, heading, list item or embed of rich text. */
export class RichTextBlockDifferenceDto implements RichTextBlockDifference {
  @ApiProperty({ enum: BLOCK_OPS }) op!: RichTextBlockDifference['op'];
  @ApiProperty({ example: 'p' }) tag!: string;
  @ApiPropertyOptional({ description: 'What it was, where that changed.' }) oldTag?: string;
  @ApiPropertyOptional({ enum: ['ol', 'ul'] }) list?: 'ol' | 'ul';
  @ApiProperty({ type: 'integer', description: 'Lists around it.' }) depth!: number;
  @ApiProperty({ type: [RunDto] }) runs!: RunDto[];
  @ApiPropertyOptional({ description: 'Of embeds: what is embedded.', example: 'image:3' }) embed?: string;
}

/** A row of a table. */
export class GridRowDifferenceDto implements GridRowDifference {
  @ApiProperty({ enum: BLOCK_OPS }) op!: GridRowDifference['op'];
  @ApiProperty({ type: 'array', items: { type: 'array', items: { $ref: '#/components/schemas/RunDto' } } })
  cells!: RunDto[][];
}

/** How two versions of a value differ. Which members are there depends on `type`. */
export class DifferenceDto {
  @ApiProperty({ enum: TYPES }) type!: Difference['type'];
  @ApiPropertyOptional(ANY) old?: Json;
  @ApiPropertyOptional(ANY) new?: Json;
  @ApiPropertyOptional({ description: 'Of single values, for people: labels, titles.' }) oldText?: string;
  @ApiPropertyOptional({ description: 'Of single values, for people: labels, titles.' }) newText?: string;
  @ApiPropertyOptional({ type: [RunDto], description: 'Of plain text.' }) runs?: RunDto[];
  @ApiPropertyOptional({ type: [RichTextBlockDifferenceDto], description: 'Of rich text.' })
  blocks?: RichTextBlockDifferenceDto[];
  @ApiPropertyOptional({ type: [RunDto], description: 'Of tables.' }) caption?: RunDto[];
  @ApiPropertyOptional({ type: [GridRowDifferenceDto], description: 'Of tables.' }) rows?: GridRowDifferenceDto[];
  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/MemberDifferenceDto' },
    description: 'Of structs: the members that differ.',
  })
  members?: MemberDifferenceDto[];
  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: '#/components/schemas/ItemDifferenceDto' },
    description: 'Of streams, lists and child items: all items, those that stayed the same included.',
  })
  items?: ItemDifferenceDto[];
}

/** A field, or a member of a struct or row, that differs. */
export class MemberDifferenceDto implements Omit<MemberDifference, 'difference'> {
  @ApiProperty() name!: string;
  @ApiProperty() label!: string;
  @ApiProperty({ description: 'Name of its kind.' }) kind!: string;
  @ApiProperty({ enum: ['changed', 'added', 'removed'] }) status!: MemberDifference['status'];
  @ApiProperty({ type: DifferenceDto }) difference!: DifferenceDto;
}

/** A block, a list item or a row, known by its id. */
export class ItemDifferenceDto implements Omit<ItemDifference, 'difference'> {
  @ApiProperty() id!: string;
  @ApiPropertyOptional({ description: 'Of streams: the block’s type.' }) block?: string;
  @ApiProperty() label!: string;
  @ApiProperty({ enum: ['equal', 'changed', 'added', 'removed'] }) status!: Status;
  @ApiProperty({ description: 'It stands elsewhere among the others.' }) moved!: boolean;
  @ApiProperty({ ...POSITION, description: 'Its former position.' }) from!: number | null;
  @ApiProperty({ ...POSITION, description: 'Its position.' }) to!: number | null;
  @ApiProperty({ description: 'Its first words.' }) summary!: string;
  @ApiProperty({ type: DifferenceDto, nullable: true }) difference!: DifferenceDto | null;
}
