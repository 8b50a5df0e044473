import { Global, Module, type DynamicModule } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorSource, Authenticator, GrantSource, PasswordHasher, Readers } from '@pipit/access';
import './permissions.js';
import { Mastery } from './accounts/mastery.js';
import { ACTIONS } from './actions/all-actions.js';
import { TokenAuthenticator } from './api-tokens/token-authenticator.js';
import { ApiTokensController } from './http/api-tokens.controller.js';
import { UserBulkKinds } from './bulk/user-bulk-kinds.js';
import { UserCommands } from './cli/user-commands.js';
import { GroupGrants } from './groups/group-grants.js';
import { Memberships } from './groups/memberships.js';
import { AuthController } from './http/auth.controller.js';
import { GroupsController } from './http/groups.controller.js';
import { MeController } from './http/me.controller.js';
import { OwnAccountController } from './http/own-account.controller.js';
import { UsersController } from './http/users.controller.js';
import { MailJobs } from './mail/mail-jobs.js';
import { OneTimeTokens } from './one-time/one-time-tokens.js';
import { Credentials } from './passwords/credentials.js';
import { PasswordHashes } from './passwords/password-hashes.js';
import { QUERIES } from './queries/all-queries.js';
import { SessionActors } from './queries/session-actors.js';
import { KnownReaders } from './readers/known-readers.js';
import { ReaderAccess } from './readers/reader-access.js';
import { ReaderTokens } from './readers/reader-tokens.js';
import { AccessTokenStrategy } from './sessions/access-token.strategy.js';
import { AccessTokens } from './sessions/access-tokens.js';
import { PassportAuthenticator } from './sessions/passport-authenticator.js';
import { PurposeTokens } from './sessions/purpose-tokens.js';
import { SealedTexts } from './sessions/sealed-texts.js';
import { SessionTokens } from './sessions/signed-in.js';
import { Confirmation } from './sessions/confirmation.js';
import { SealedSecrets } from './second-factor/sealed-secrets.js';
import { SecondFactors } from './second-factor/second-factors.js';
import { Tickets } from './second-factor/tickets.js';
import { SessionSweep } from './sessions/sweep.js';
import { KnownDevices } from './throttle/known-devices.js';
import { LoginThrottle } from './throttle/login-throttle.js';
import { CsrfTokens } from './sessions/csrf-tokens.js';
import { SetUpController } from './http/set-up.controller.js';
import { SetUpCode } from './set-up/set-up-code.js';
import { CreateFirstAdministrator, SetUp } from './set-up/set-up.js';
import { SessionAnswers } from './http/session-answers.js';
import { ExportUsers } from './transfer/export-users.js';
import { ImportUsers } from './transfer/import-users.js';
import { USER_ENTITIES } from './users.entities.js';
import { UsersConfig, type UsersOptions } from './users.options.js';

/** Accounts, groups and sessions. Tells the access lib who asks and what they are granted. */
@Global()
@Module({})
export class UsersModule {
  static forRoot(options: UsersOptions): DynamicModule {
    return {
      module: UsersModule,
      imports: [TypeOrmModule.forFeature([...USER_ENTITIES]), JwtModule.register({})],
      controllers: [
        AuthController,
        SetUpController,
        MeController,
        OwnAccountController,
        UsersController,
        GroupsController,
        ApiTokensController,
      ],
      providers: [
        { provide: UsersConfig, useValue: new UsersConfig(options) },
        { provide: Authenticator, useClass: PassportAuthenticator },
        { provide: GrantSource, useClass: GroupGrants },
        { provide: ActorSource, useExisting: SessionActors },
        AccessTokens,
        AccessTokenStrategy,
        PurposeTokens,
        SealedTexts,
        SessionActors,
        SessionTokens,
        SessionSweep,
        Credentials,
        PasswordHashes,
        { provide: PasswordHasher, useExisting: PasswordHashes },
        LoginThrottle,
        KnownDevices,
        CsrfTokens,
        SessionAnswers,
        SetUpCode,
        SetUp,
        CreateFirstAdministrator,
        ReaderTokens,
        ReaderAccess,
        { provide: Readers, useClass: KnownReaders },
        Mastery,
        TokenAuthenticator,
        SealedSecrets,
        SecondFactors,
        Tickets,
        Confirmation,
        Memberships,
        MailJobs,
        OneTimeTokens,
        ExportUsers,
        ImportUsers,
        UserBulkKinds,
        ...QUERIES,
        UserCommands,
        ...ACTIONS,
      ],
      exports: [
        ActorSource, Authenticator, GrantSource, PasswordHasher, PasswordHashes, PurposeTokens, ReaderAccess, Readers, SealedTexts, SessionActors, SetUp, UserCommands, ...ACTIONS,
      ], // prettier-ignore
    };
  }
}
