import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const AUTH = '/api/admin/v1/auth';

/** One answer, with its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  /** Parsed JSON; tests look into it as they please. */
  readonly body: Record<string, unknown>;
  readonly text: string;
}

/** A browser, as far as signing in is concerned: keeps the refresh cookie and the access token. */
export class AuthClient {
  cookie: string | null = null;
  token: string | null = null;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly address = '127.0.0.1',
  ) {}

  async send(method: 'GET' | 'POST' | 'PATCH', url: string, body?: unknown, headers = {}): Promise<Answer> {
    const response = await this.app.inject({
      method,
      url,
      remoteAddress: this.address,
      headers: {
        host: 'localhost:3000',
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(this.cookie !== null ? { cookie: `pipit_refresh=${this.cookie}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const text = response.body;
    return { status: response.statusCode, headers: response.headers, text, body: parse(text) };
  }

  async login(email: string, password: string): Promise<Answer> {
    return this.remember(await this.send('POST', `${AUTH}/login`, { email, password }));
  }

  async refresh(cookie = this.cookie): Promise<Answer> {
    this.cookie = cookie;
    return this.remember(await this.send('POST', `${AUTH}/refresh`));
  }

  logout(): Promise<Answer> {
    return this.send('POST', `${AUTH}/logout`);
  }

  me(): Promise<Answer> {
    return this.send('GET', '/api/admin/v1/me');
  }

  async changePassword(currentPassword: string, newPassword: string): Promise<Answer> {
    return this.remember(await this.send('POST', `${AUTH}/password`, { currentPassword, newPassword }));
  }

  /** Keeps what a browser would keep. */
  private remember(answer: Answer): Answer {
    const cookie = /pipit_refresh=([^;]*)/.exec(String(answer.headers['set-cookie'] ?? ''))?.[1];
    if (cookie !== undefined) this.cookie = cookie;
    if (typeof answer.body['accessToken'] === 'string') this.token = answer.body['accessToken'];
    return answer;
  }
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
