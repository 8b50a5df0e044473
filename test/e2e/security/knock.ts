import { request, type Agent } from 'node:http';
import type { World } from '../../support/world/world.js';
import type { Actor } from './actors.js';

/** What the protocol of uploads asks for. */
const TUS = { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };

/** What came back, read as text. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** One request as that actor sends it; a body is JSON. */
export async function knock(world: World, actor: Actor, method: string, url: string, body?: unknown): Promise<Reply> {
  for (let tries = 0; ; tries += 1) {
    const reply = await once(world, actor, method, url, body);
    // So many at once: who is told to come back does.
    if (reply.status !== 503 || tries === 5) return reply;
  }
}

async function once(world: World, actor: Actor, method: string, url: string, body: unknown): Promise<Reply> {
  const answer = await world.app.inject({
    method: method as 'GET',
    url,
    remoteAddress: '10.9.8.7',
    headers: {
      host: 'garden.example',
      ...(url.includes('/uploads') ? TUS : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...actor.headers,
    },
    ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: answer.statusCode, text: answer.body, headers: answer.headers };
}

/** What a client asks that tidies no address up. The server has to listen. */
export function rawKnock(port: number, agent: Agent, actor: Actor, path: string): Promise<number> {
  return new Promise((done, fail) => {
    const headers = { host: 'garden.example', ...actor.headers };
    request({ host: '127.0.0.1', port, path, headers, agent }, (response) => {
      response.resume().on('end', () => done(response.statusCode ?? 0));
    })
      .on('error', fail)
      .end();
  });
}

/** Does the work for all, a few at a time: most of it is waiting for the database. */
export async function forAll<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}
