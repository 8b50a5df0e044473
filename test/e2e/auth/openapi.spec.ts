import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { useTestDatabase } from '../../support/database.js';
import { startAuthWorld, type AuthWorld } from './world.js';

const database = useTestDatabase();
let world: AuthWorld;
let document: OpenAPIObject;

beforeAll(async () => {
  world = await startAuthWorld(database().url);
  document = SwaggerModule.createDocument(world.app, new DocumentBuilder().addBearerAuth().build());
});
afterAll(() => world?.close());

const operation = (path: string, method: 'get' | 'post' | 'patch') => document.paths[`/api/admin/v1${path}`]?.[method];

describe('the documentation of signing in', () => {
  it('lists every route with the statuses it answers with', () => {
    const signingIn = Object.entries(document.paths).filter(([path]) => /v1\/(auth|me)(\/|$)/.test(path));
    const statuses = signingIn.flatMap(([path, item]) =>
      (['get', 'post', 'patch'] as const).flatMap((method) =>
        item[method] ? [`${method} ${path.slice('/api/admin/v1'.length)} ${Object.keys(item[method].responses)}`] : [],
      ),
    );
    expect(statuses.sort()).toEqual([
      'get /auth/set-up 200,403',
      'get /me 200,401',
      'get /me/permissions 200,401',
      'get /me/sessions 200,400,401',
      'patch /me 200,400,401,422',
      'post /auth/choose-password 204,400,403,422,429,503',
      'post /auth/confirm-email 204,400,403,422',
      'post /auth/forgot-password 204,400,403,429',
      'post /auth/login 200,202,400,401,403,429,503',
      'post /auth/logout 204,403',
      'post /auth/password 200,400,401,403,422,429,503',
      'post /auth/refresh 200,401,403',
      'post /auth/second-factor 200,400,401,403,422,429',
      'post /auth/second-factor/confirm 200,400,401,403,422,429',
      'post /auth/second-factor/enrol 200,400,401,403,422',
      'post /auth/set-up 200,400,403,404,422,429,503',
      'post /me/confirm 204,400,401,429,503',
      'post /me/email 204,400,401,403,422',
      'post /me/recovery-codes 200,400,401,403',
      'post /me/second-factor 200,400,401,403',
      'post /me/second-factor/confirm 200,400,401,403,422,429',
      'post /me/sessions/end-others 204,400,401',
    ]);
  });

  it('shows bodies, answers and problems by their schemas', () => {
    const login = operation('/auth/login', 'post');
    expect(login?.requestBody).toMatchObject({
      content: { 'application/json': { schema: { $ref: '#/components/schemas/LoginDto' } } },
    });
    expect(login?.responses['200']).toMatchObject({
      content: { 'application/json': { schema: { $ref: '#/components/schemas/SessionDto' } } },
    });
    expect(login?.responses['401']).toMatchObject({
      description: expect.stringContaining('invalid_credentials'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } },
    });
    expect(operation('/auth/password', 'post')?.responses['401']).toMatchObject({
      description: expect.stringMatching(/unauthenticated[^]*invalid_credentials/),
    });
    expect(Object.keys(document.components?.schemas ?? {})).toEqual(
      expect.arrayContaining([
        'ChangePasswordDto',
        'FieldErrorDto',
        'HeldPermissionsDto',
        'LoginDto',
        'MeDto',
        'ProblemDto',
        'SessionDto',
        'UpdateMeDto',
      ]),
    );
  });

  it('asks for a token where one is needed, and only there', () => {
    expect(operation('/me', 'get')?.security).toEqual([{ bearer: [] }]);
    expect(operation('/auth/password', 'post')?.security).toEqual([{ bearer: [] }]);
    expect(operation('/auth/login', 'post')?.security).toBeUndefined();
  });
});
