import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { MAX_PASSWORD_LENGTH } from '../passwords/password-rules.js';
import type { SignedIn } from '../sessions/signed-in.js';
import { MeDto } from './me.dto.js';

/** Body of `POST /auth/login`. */
export class LoginDto {
  @ApiProperty({ example: 'ada@example.org' })
  @IsString()
  @MaxLength(254)
  email!: string;

  @ApiProperty({ maxLength: MAX_PASSWORD_LENGTH, format: 'password' })
  @IsString()
  @MaxLength(MAX_PASSWORD_LENGTH)
  password!: string;
}

/** Body of `POST /auth/password`. */
export class ChangePasswordDto {
  @ApiProperty({ maxLength: MAX_PASSWORD_LENGTH, format: 'password' })
  @IsString()
  @MaxLength(MAX_PASSWORD_LENGTH)
  currentPassword!: string;

  @ApiProperty({ minLength: 10, maxLength: MAX_PASSWORD_LENGTH, format: 'password' })
  @IsString()
  @MaxLength(MAX_PASSWORD_LENGTH)
  newPassword!: string;
}

/** Body of `POST /auth/forgot-password`. */
export class ForgotPasswordDto {
  @ApiProperty({ example: 'ada@example.org' })
  @IsString()
  @MaxLength(254)
  email!: string;
}

const LINK_PURPOSES = ['invitation', 'reset'] as const;

/** Body of `POST /auth/choose-password`. */
export class ChoosePasswordDto {
  @ApiProperty({ enum: LINK_PURPOSES })
  @IsIn(LINK_PURPOSES)
  purpose!: (typeof LINK_PURPOSES)[number];

  @ApiProperty({ description: 'What stands behind the `#` of the link.' })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  token!: string;

  @ApiProperty({ maxLength: MAX_PASSWORD_LENGTH, format: 'password' })
  @IsString()
  @MaxLength(MAX_PASSWORD_LENGTH)
  password!: string;
}

/** What somebody signed in gets; the refresh token is in the cookie. */
export class SessionDto {
  @ApiProperty({ description: 'Send it as `Authorization: Bearer …`.' }) accessToken!: string;
  @ApiProperty({ description: 'Seconds the access token is good for.' }) expiresIn!: number;
  @ApiProperty({ type: () => MeDto }) user!: MeDto;

  static of({ accessToken, expiresIn, user }: SignedIn): SessionDto {
    return { accessToken, expiresIn, user: MeDto.of(user) };
  }
}
