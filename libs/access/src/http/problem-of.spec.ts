import { HttpException } from '@nestjs/common';
import { forbidden } from '@pipit/kernel';
import { EntityNotFoundError, QueryFailedError } from 'typeorm';
import { problemOf } from './problem-of.js';

const pgError = (code: string): Error =>
  new QueryFailedError(
    'SELECT secret FROM hidden',
    ['parameter'],
    Object.assign(new Error('duplicate key in hidden'), { code }),
  );
const nodeError = (code: string): Error => Object.assign(new Error(`connect ${code} 10.0.0.5:5432`), { code });

describe('the problem of an error', () => {
  it('is the problem itself where it is one', () => {
    const problem = forbidden('No.');
    expect(problemOf(problem)).toBe(problem);
  });

  it.each<[string, Error, number, string]>([
    ['a unique violation', pgError('23505'), 409, 'conflict'],
    ['a foreign key violation', pgError('23503'), 409, 'conflict'],
    ['a deadlock', pgError('40P01'), 503, 'unavailable'],
    ['a shutdown', pgError('57P01'), 503, 'unavailable'],
    ['a recovery', pgError('57P03'), 503, 'unavailable'],
    ['a lost connection', pgError('08006'), 503, 'unavailable'],
    ['too many connections', pgError('53300'), 503, 'unavailable'],
    ['U+0000 in a text', pgError('22021'), 400, 'bad_request'],
    ['a mistake in our SQL', pgError('42601'), 500, 'internal'],
    ['a refused connection', nodeError('ECONNREFUSED'), 503, 'unavailable'],
    ['several refused connections', new AggregateError([nodeError('ECONNREFUSED')]), 503, 'unavailable'],
    ['a dead client', new Error('Connection terminated unexpectedly'), 503, 'unavailable'],
    ['a full pool', new Error('timeout exceeded when trying to connect'), 503, 'unavailable'],
    ['an absent row', new EntityNotFoundError('User', {}), 404, 'not_found'],
    ['an HTTP exception', new HttpException('Slow down.', 429), 429, 'too_many_attempts'],
    [
      'a body too large',
      Object.assign(new Error('Too large'), { code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 }),
      413,
      'too_large',
    ],
    ['anything else', new TypeError('x is undefined'), 500, 'internal'],
  ])('for %s has the right status and code', (_what, error, status, code) => {
    expect(problemOf(error)).toMatchObject({ status, code });
  });

  it.each([pgError('23505'), pgError('42601'), nodeError('ECONNREFUSED'), new Error('secret at hidden')])(
    'tells nothing of the inside',
    (error) => {
      expect(JSON.stringify(problemOf(error))).not.toMatch(/secret|hidden|10\.0\.0\.5|parameter|SELECT/);
    },
  );

  it.each([null, undefined, 'text', 7, {}])('exists for whatever is thrown: %p', (thrown) => {
    expect(problemOf(thrown)).toMatchObject({ status: 500, code: 'internal' });
  });
});
