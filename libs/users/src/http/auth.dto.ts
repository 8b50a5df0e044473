import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import type { SignedIn } from '../sessions/signed-in.js';
import { MeDto } from './me.dto.js';
import { PasswordProperty } from './password-property.js';

/** Body of `POST /auth/login`. */
export class LoginDto {
  @ApiProperty({ example: 'ada@example.org' })
  @IsString()
  @MaxLength(254)
  email!: string;

  @PasswordProperty()
  password!: string;
}

/** Body of `POST /auth/password`. */
export class ChangePasswordDto {
  @PasswordProperty()
  currentPassword!: string;

  @PasswordProperty({ isNew: true })
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

  @PasswordProperty({ isNew: true })
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

/** The password was right, and a second factor is still to come. */
export class HalfSessionDto {
  @ApiProperty({ description: 'Opens the routes of the second factor and nothing else.' }) ticket!: string;
  @ApiProperty({ description: 'An authenticator app has to be set up first.' }) enrolment!: boolean;
  @ApiProperty({ description: 'Seconds the ticket is good for.' }) expiresIn!: number;
}

/** Body of `POST /auth/second-factor/enrol`. */
export class TicketDto {
  @ApiProperty()
  @IsString()
  @MaxLength(2000)
  ticket!: string;
}

/** Body of `POST /auth/second-factor` and of `POST /auth/second-factor/confirm`. */
export class SecondFactorDto extends TicketDto {
  @ApiProperty({ example: '123456', description: 'Six digits of the app, or a recovery code.' })
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  code!: string;
}

/** Body of routes that take the secret of a link. */
export class LinkDto {
  @ApiProperty({ description: 'What stands behind the `#` of the link.' })
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  token!: string;
}

/** What an authenticator app is told, once. */
export class EnrolmentDto {
  @ApiProperty({ description: 'For those who type it.' }) secret!: string;
  @ApiProperty({ description: 'For those who scan it.', example: 'otpauth://totp/…' }) uri!: string;
}

/** Codes that stand in for the app, each once. They are told once. */
export class RecoveryCodesDto {
  @ApiProperty({ type: [String] }) recoveryCodes!: string[];
}

/** A session of somebody who has just set up an app. */
export class EnrolledSessionDto extends SessionDto {
  @ApiProperty({ type: [String], description: 'Codes that stand in for the app, each once. They are told once.' })
  recoveryCodes!: string[];
}
