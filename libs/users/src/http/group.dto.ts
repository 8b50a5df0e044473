import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Grant, GrantScope } from '@pipit/access';
import { MAX_ID } from '@pipit/content-types';
import { badRequest } from '@pipit/kernel';

const SCOPES = ['everywhere', 'page', 'collection', 'type', 'site'] as const;
const PERMISSION_SCOPES = ['page', 'collection', 'type', 'global'] as const;
const REASONS = ['unlimited', 'granted', 'elsewhere', 'never', 'token', 'suspended'] as const;

/** A group in a list. */
export class GroupRowDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Its members sign in with a second factor.' }) requiresSecondFactor!: boolean;
  @ApiProperty({ type: 'integer' }) members!: number;
  @ApiProperty({ type: 'integer', description: 'How much it is granted.' }) grants!: number;
}

/** Groups. */
export class GroupListDto {
  @ApiProperty({ type: [GroupRowDto] }) items!: readonly GroupRowDto[];
}

/** Where a grant holds. */
export class GrantScopeDto {
  @ApiProperty({ enum: SCOPES })
  @IsIn(SCOPES)
  kind!: (typeof SCOPES)[number];

  @ApiPropertyOptional({ type: 'integer', description: 'Of the page or collection, and what is below; of the site.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  id?: number;

  @ApiPropertyOptional({ description: 'Of the type.', example: 'blog.Person' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;
}

/** A permission, at a place. */
export class GrantDto {
  @ApiProperty({ example: 'page.edit' })
  @IsString()
  @MaxLength(100)
  permission!: string;

  @ApiProperty({ type: GrantScopeDto })
  @ValidateNested()
  @Type(() => GrantScopeDto)
  scope!: GrantScopeDto;
}

/** A grant with what people call its place. */
export class NamedGrantDto {
  @ApiProperty({ example: 'page.edit' }) permission!: string;
  @ApiProperty({ type: GrantScopeDto }) scope!: GrantScope;
  @ApiProperty({ type: String, nullable: true, description: 'Null where the caller may not know.' })
  title!: string | null;
}

/** What the caller may do with a group. */
export class GroupPermissionsDto {
  @ApiProperty() edit!: boolean;
}

/** A group with all that it is granted. */
export class GroupDetailDto extends GroupRowDto {
  @ApiProperty({ type: [NamedGrantDto] }) permissions!: readonly NamedGrantDto[];
  @ApiProperty({ type: GroupPermissionsDto }) can!: GroupPermissionsDto;
}

/** A new group. */
export class CreateGroupDto {
  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  name!: string;
}

/** What is to be different about a group. */
export class EditGroupDto {
  @ApiPropertyOptional({ maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  name?: string;

  @ApiPropertyOptional({ description: 'Its members sign in with a second factor.' })
  @IsOptional()
  @IsBoolean()
  requiresSecondFactor?: boolean;
}

/** What a group is to be granted from now on, and what not any more. What is not named stays. */
export class ChangeGrantsDto {
  @ApiProperty({ type: [GrantDto] })
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => GrantDto)
  add!: GrantDto[];

  @ApiProperty({ type: [GrantDto] })
  @IsArray()
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => GrantDto)
  remove!: GrantDto[];
}

/** A type a permission can be granted for. */
export class PermissionTypeDto {
  @ApiProperty({ example: 'blog.Person' }) name!: string;
  @ApiProperty() label!: string;
}

/** A site a permission can be granted on. */
export class PermissionSiteDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() title!: string;
}

/** A permission of the catalogue. */
export class PermissionDto {
  @ApiProperty({ example: 'page.edit' }) name!: string;
  @ApiProperty({ example: 'Edit pages' }) label!: string;
  @ApiProperty({ enum: PERMISSION_SCOPES, description: 'What it is granted on.' })
  scope!: (typeof PERMISSION_SCOPES)[number];
}

/** A permission as the matrix of a group shows it. */
export class PermissionRowDto extends PermissionDto {
  @ApiProperty({ example: 'page' }) subject!: string;
  @ApiProperty({ type: [PermissionTypeDto] }) types!: readonly PermissionTypeDto[];
  @ApiProperty({ type: [PermissionSiteDto], description: 'Sites it can be granted on.' })
  sites!: readonly PermissionSiteDto[];
  @ApiProperty({
    enum: ['everywhere', 'somewhere', 'nowhere'],
    description: 'Where the caller holds it. Nobody grants what they do not hold.',
  })
  grantable!: 'everywhere' | 'somewhere' | 'nowhere';
}

/** Every permission there is. */
export class PermissionListDto {
  @ApiProperty({ type: [PermissionRowDto] }) items!: readonly PermissionRowDto[];
}

/** May this person do that, there? */
export class ExplainQueryDto {
  @ApiProperty({ example: 'page.edit' })
  @IsString()
  @MaxLength(100)
  permission!: string;

  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  page?: number;

  @ApiPropertyOptional({ type: 'integer' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  collection?: number;

  @ApiPropertyOptional({ example: 'blog.Person' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  type?: string;
}

/** The group a grant comes from. */
export class GrantingGroupDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}

/** A grant of the permission asked about. */
export class AnsweredGrantDto {
  @ApiProperty({ type: GrantingGroupDto }) group!: GrantingGroupDto;
  @ApiProperty({ type: GrantScopeDto }) scope!: GrantScope;
  @ApiProperty({ type: String, nullable: true }) title!: string | null;
  @ApiProperty({ description: 'As far as the question.' }) reaches!: boolean;
}

/** What the policy says, and why. */
export class ExplanationDto {
  @ApiProperty() allowed!: boolean;
  @ApiProperty({
    enum: REASONS,
    description:
      '`unlimited`: an administrator. `granted`: a grant reaches. `elsewhere`: grants hold elsewhere only. ' +
      '`never`: no group is granted it. `suspended`: the account may do nothing.',
  })
  reason!: (typeof REASONS)[number];
  @ApiProperty({ type: PermissionDto }) permission!: PermissionDto;
  @ApiProperty({ type: String, nullable: true, description: 'The place asked about; null: anywhere.' })
  place!: string | null;
  @ApiProperty({ type: [AnsweredGrantDto] }) grants!: readonly AnsweredGrantDto[];
}

/** The grant a body names; refuses one whose place does not fit its kind. */
export function grantOf({ permission, scope: { kind, id, name } }: GrantDto): Grant {
  if (kind === 'everywhere' && id === undefined && name === undefined) return { permission, scope: { kind } };
  if (kind === 'type' && name !== undefined && id === undefined) return { permission, scope: { kind, name } };
  if (kind !== 'everywhere' && kind !== 'type' && id !== undefined && name === undefined) {
    return { permission, scope: { kind, id } };
  }
  const message = 'Pages, collections and sites are named by `id`, types by `name`, everywhere by neither.';
  throw badRequest(message, [{ path: '/scope', code: 'scope', message }]);
}
