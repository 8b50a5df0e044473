import type { FastifyRequest } from 'fastify';
import { clientOf } from './request-client.js';

const request = (facts: object): FastifyRequest => ({ headers: {}, ...facts }) as FastifyRequest;

describe('from where a request came', () => {
  it('is told in few, printable words', () => {
    const { agent, address } = clientOf(
      request({ ip: '::ffff:10.0.0.7', headers: { 'user-agent': `curl\u0007${'x'.repeat(600)}` } }),
    );
    expect([address, agent.length, agent.slice(0, 6)]).toEqual(['10.0.0.7', 500, 'curl x']);
  });

  it('is nowhere for somebody who has hung up already', () => {
    expect(clientOf(request({ ip: undefined }))).toEqual({ agent: '', address: '' });
  });
});
