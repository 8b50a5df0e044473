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
  /** What a browser sends of itself beside the session. */
  device: string | null = null;
  csrf: string | null = null;

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
        ...this.cookies(),
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

  /** As the editor's pages do: what a cookie says is said in a header, too. */
  private cookies(): Record<string, string> {
    const held = { pipit_refresh: this.cookie, pipit_csrf: this.csrf, pipit_device: this.device };
    const pairs = Object.entries(held).filter(([, value]) => value !== null);
    return {
      ...(pairs.length > 0 ? { cookie: pairs.map((pair) => pair.join('=')).join('; ') } : {}),
      ...(this.csrf !== null ? { 'x-csrf-token': this.csrf } : {}),
    };
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
    const set = (name: string): string | undefined =>
      new RegExp(`${name}=([^;]*)`).exec(String(answer.headers['set-cookie'] ?? ''))?.[1];
    this.cookie = set('pipit_refresh') ?? this.cookie;
    this.csrf = set('pipit_csrf') ?? this.csrf;
    this.device = set('pipit_device') ?? this.device;
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
