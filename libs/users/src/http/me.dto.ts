import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { LANGUAGES, type Language } from '../accounts/profile.js';
import type { Preferences, User } from '../accounts/user.entity.js';
import { PasswordProperty } from './password-property.js';

/** The person signed in, as they see themselves. */
export class MeDto {
  @ApiProperty({ type: 'integer' }) id!: number;
  @ApiProperty({ format: 'uuid' }) uuid!: string;
  @ApiProperty() name!: string;
  @ApiProperty() email!: string;
  @ApiProperty({ description: 'Somebody proved to read mail there.' }) emailVerified!: boolean;
  @ApiProperty() isAdministrator!: boolean;
  @ApiProperty({ enum: LANGUAGES }) language!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null: that of the device.' }) timeZone!: string | null;
  @ApiProperty() hasSecondFactor!: boolean;
  @ApiProperty({ type: 'object', additionalProperties: true }) preferences!: Preferences;

  /** Names every member, so that a column added to the account never slips out. */
  static of(user: User): MeDto {
    const { id, uuid, name, email, isAdministrator, language, timeZone, preferences } = user;
    const [emailVerified, hasSecondFactor] = [user.emailVerifiedAt !== null, user.secondFactorAt !== null];
    return { id, uuid, name, email, emailVerified, isAdministrator, language, timeZone, hasSecondFactor, preferences };
  }
}

/** Names of permissions. */
export class HeldPermissionsDto {
  @ApiProperty({ type: [String], example: ['page.edit', 'redirect.add'] }) items!: string[];
}

/** Body of `PATCH /me`. */
export class UpdateMeDto {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'Merged into the stored ones; null removes a key.',
  })
  @IsOptional()
  @IsObject()
  preferences?: Preferences;

  @ApiPropertyOptional({ maxLength: 100 })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  name?: string;

  @ApiPropertyOptional({ enum: LANGUAGES })
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: Language;

  @ApiPropertyOptional({ type: String, nullable: true, example: 'Europe/Berlin' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  timeZone?: string | null;
}

/** Body of `POST /me/confirm`. */
export class ConfirmPasswordDto {
  @PasswordProperty()
  password!: string;
}

/** Body of `POST /me/email`. */
export class AskForEmailDto {
  @ApiProperty({ example: 'ada@example.org' })
  @IsString()
  @MaxLength(254)
  email!: string;
}

/** Body of `POST /me/second-factor/confirm`. */
export class CodeDto {
  @ApiProperty({ example: '123456' })
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  code!: string;
}

/** A device one is signed in on. */
export class OwnSessionDto {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'How its program calls itself.' }) agent!: string;
  @ApiProperty({ description: 'Its network address.' }) address!: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', description: 'Exact to a quarter of an hour.' }) lastUsedAt!: Date;
  @ApiProperty({ type: String, format: 'date-time' }) expiresAt!: Date;
  @ApiProperty() isCurrent!: boolean;
}

/** Devices one is signed in on. */
export class OwnSessionListDto {
  @ApiProperty({ type: [OwnSessionDto] }) items!: readonly OwnSessionDto[];
}
