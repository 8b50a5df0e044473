import { ApiProperty, ApiPropertyOptional, IntersectionType, OmitType, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PagingQueryDto, YesOrNo } from '@pipit/access';
import { MAX_ID } from '@pipit/content-types';
import { LANGUAGES, type Language } from '../accounts/profile.js';
import { INVITE_BY, type InviteBy } from '../actions/invite-user.js';
import { USER_ORDERS, USER_STATES, type UserOrder, type UserState } from '../queries/user-list.js';
import { PasswordProperty } from './password-property.js';

/** A group as a user's row names it. */
export class GroupNameDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty() name!: string;
}

/** An account in a list. */
export class UserRowDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ format: 'uuid' }) uuid!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: 'Empty for an imported account without one.' }) email!: string;
  @ApiProperty({ enum: USER_STATES, description: 'Invited: nobody has chosen a password yet.' }) state!: UserState;
  @ApiProperty() isAdministrator!: boolean;
  @ApiProperty() hasSecondFactor!: boolean;
  @ApiProperty({ enum: LANGUAGES, description: 'Of the mail they get.' }) language!: string;
  @ApiProperty({ type: [GroupNameDto] }) groups!: readonly GroupNameDto[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) lastLoginAt!: Date | null;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: Date;
}

/** How many accounts there are of each state. */
export class UserCountsDto {
  @ApiProperty({ type: 'integer' }) active!: number;
  @ApiProperty({ type: 'integer' }) invited!: number;
  @ApiProperty({ type: 'integer' }) suspended!: number;
}

/** What the caller may do with accounts. */
export class UserListPermissionsDto {
  @ApiProperty({ description: 'Make administrators.' }) role!: boolean;
}

/** Accounts. */
export class UserListDto {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: [UserRowDto] }) items!: readonly UserRowDto[];
  @ApiProperty({ type: UserCountsDto, description: 'Of all accounts, whatever matches.' }) counts!: UserCountsDto;
  @ApiProperty({ type: UserListPermissionsDto }) can!: UserListPermissionsDto;
}

/** How much of something belongs to somebody. */
export class BelongingDto {
  @ApiProperty({ example: 'Pages' }) label!: string;
  @ApiProperty({ type: 'integer' }) count!: number;
}

/** What the caller may do with an account. */
export class UserPermissionsDto {
  @ApiProperty() edit!: boolean;
  @ApiProperty({ description: 'Make it an administrator, or an administrator no more.' }) role!: boolean;
  @ApiProperty({ description: 'Suspend or delete it.' }) remove!: boolean;
}

/** An account. */
export class UserDetailDto extends UserRowDto {
  @ApiProperty({ type: String, nullable: true }) timeZone!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) emailVerifiedAt!: Date | null;
  @ApiProperty({ type: 'integer', description: 'Devices signed in.' }) sessions!: number;
  @ApiProperty({ type: [BelongingDto] }) belongings!: readonly BelongingDto[];
  @ApiProperty({ type: UserPermissionsDto }) can!: UserPermissionsDto;
}

/** An invitation. */
export class InvitationDto {
  @ApiProperty({ enum: INVITE_BY }) by!: InviteBy;
  @ApiProperty({ type: String, nullable: true, description: 'Told once, where it was asked for as a link.' })
  url!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) expiresAt!: Date | null;
}

/** An account that was made. */
export class CreatedUserDto extends UserDetailDto {
  @ApiProperty({ type: InvitationDto, nullable: true }) invitation!: InvitationDto | null;
}

/** How to invite somebody. */
export class InviteUserDto {
  @ApiProperty({ enum: INVITE_BY })
  @IsIn(INVITE_BY)
  by!: InviteBy;
}

/** A new account. */
export class CreateUserDto {
  @ApiProperty({ example: 'ada@example.org' })
  @IsString()
  @MaxLength(254)
  email!: string;

  @ApiProperty({ maxLength: 100 })
  @IsString()
  @MaxLength(100)
  name!: string;

  @ApiPropertyOptional({ default: false, description: 'Administrators hold every permission.' })
  @IsOptional()
  @IsBoolean()
  isAdministrator?: boolean;

  @ApiPropertyOptional({ type: [Number] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(MAX_ID, { each: true })
  groupIds?: number[];

  @ApiPropertyOptional({ enum: LANGUAGES, default: 'en' })
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;

  @ApiPropertyOptional({ enum: INVITE_BY, description: 'Invites at once; else by `POST users/:id/invite`.' })
  @IsOptional()
  @IsIn(INVITE_BY)
  invite?: InviteBy;
}

/** What is to be different about an account. */
export class EditUserDto extends PartialType(OmitType(CreateUserDto, ['invite'])) {
  @ApiPropertyOptional({ type: String, nullable: true, example: 'Europe/Berlin' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  timeZone?: string | null;
}

/** A password somebody sets for somebody else. */
export class SetPasswordDto {
  @PasswordProperty({ isNew: true })
  password!: string;
}

/** Which accounts, for lists, exports and operations on many. */
export class UserFilterDto {
  @ApiPropertyOptional({ description: 'Words of the name or of the address.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  q?: string;

  @ApiPropertyOptional({ enum: USER_STATES })
  @IsOptional()
  @IsIn(USER_STATES)
  state?: UserState;

  @ApiPropertyOptional({ type: 'integer', description: 'Members of that group.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_ID)
  group?: number;

  @YesOrNo()
  administrator?: boolean;

  @YesOrNo()
  secondFactor?: boolean;

  @ApiPropertyOptional({ enum: USER_ORDERS, default: 'name' })
  @IsOptional()
  @IsIn(USER_ORDERS)
  order?: UserOrder;
}

/** A part of the accounts that match. */
export class UserListQueryDto extends IntersectionType(UserFilterDto, PagingQueryDto) {}

/** Who gets what belongs to a deleted account. */
export class DeleteUserQueryDto {
  @ApiPropertyOptional({ description: 'An id, or `nobody`. Has to be said when anything belongs to it.' })
  @IsOptional()
  @Matches(/^(nobody|[1-9]\d{0,8})$/)
  successor?: string;
}

/** What is wrong with one row of a file. */
export class UserFaultDto {
  @ApiProperty({ type: 'integer', description: 'As a spreadsheet numbers it: the heading is row 1.' }) row!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Null for the row as a whole.' }) field!: string | null;
  @ApiProperty() code!: string;
  @ApiProperty() message!: string;
}

/** What an import did, or would do. With errors nothing was kept. */
export class UserImportDto {
  @ApiProperty({ type: 'integer' }) created!: number;
  @ApiProperty({ type: 'integer' }) updated!: number;
  @ApiProperty({ type: 'integer' }) unchanged!: number;
  @ApiProperty({ type: [UserFaultDto] }) errors!: readonly UserFaultDto[];
}
