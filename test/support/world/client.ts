import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const API = '/api/admin/v1';

/** One answer with its body read. Specs look into the body as they please. */
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  // Deep paths into answers are what specs are about; types for each would hide the rule.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
  readonly text: string;
  /** Of files. */
  readonly bytes: Buffer;
}

/** Somebody who talks to the management API. */
export class WorldClient {
  userId = 0;
  groupIds: number[] = [];
  name = '';
  email = '';
  /** The cookie by which a browser is known again. */
  device = '';
  private token: string | null = null;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly address: string,
  ) {}

  async login(user: { id: number; name: string; email: string }, password: string): Promise<this> {
    const answer = await this.post('/auth/login', { email: user.email, password });
    if (answer.status !== 200) throw new Error(`Signing in failed: ${answer.text}`);
    this.token = answer.body.accessToken;
    this.device =
      [answer.headers['set-cookie']]
        .flat()
        .map(String)
        .find((each) => /_device=/.test(each)) ?? '';
    Object.assign(this, { userId: user.id, name: user.name, email: user.email });
    return this;
  }

  get = (url: string): Promise<Answer> => this.send('GET', url);
  post = (url: string, body: unknown = {}): Promise<Answer> => this.send('POST', url, body);
  patch = (url: string, body: unknown): Promise<Answer> => this.send('PATCH', url, body);
  delete = (url: string): Promise<Answer> => this.send('DELETE', url);

  /** A file as a form sends it, with text fields around it. */
  upload(
    url: string,
    file: Buffer | string,
    fields: Record<string, string> = {},
    method: 'POST' | 'PUT' = 'POST',
  ): Promise<Answer> {
    const boundary = 'a-boundary-nobody-writes';
    const head = (name: string, rest = ''): string =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${rest}\r\n\r\n`;
    const body = Buffer.concat([
      ...Object.entries(fields).map(([name, value]) => Buffer.from(`${head(name)}${value}\r\n`)),
      Buffer.from(head('file', '; filename="rows"')),
      Buffer.from(file),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return this.send(method, url, body, { 'content-type': `multipart/form-data; boundary=${boundary}` });
  }

  /** `body` may be text that is no JSON. Paths are below the management API unless they begin with `/api/`. */
  async send(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT',
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const isText = typeof body === 'string';
    const response = await this.app.inject({
      method,
      url: url.startsWith('/api/') ? url : `${API}${url}`,
      remoteAddress: this.address,
      headers: {
        host: 'garden.example',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: isText || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    });
    const { statusCode: status, headers: answered, body: text, rawPayload: bytes } = response;
    return { status, headers: answered, text, body: parsed(text), bytes };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
