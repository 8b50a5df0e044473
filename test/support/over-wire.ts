import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** What is asked for; a connection from this machine to one that listens. */
export interface AskedOverWire {
  readonly path: string;
  readonly method?: 'GET' | 'HEAD';
  readonly headers: Readonly<Record<string, string>>;
}

/** An answer over a connection: what is kept is answered there before Fastify hears of it, and by `inject` never. */
export async function askOverWire(app: NestFastifyApplication, { path, method = 'GET', headers }: AskedOverWire) {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const asked = request({ port, host: '127.0.0.1', method, path, headers });
  const [answer] = (await once(asked.end(), 'response')) as [IncomingMessage];
  const rawPayload = await buffer(answer);
  return { statusCode: answer.statusCode, headers: answer.headers, rawPayload, body: String(rawPayload) };
}
