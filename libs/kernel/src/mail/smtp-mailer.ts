import { createTransport, type Transporter } from 'nodemailer';
import { Mailer, type Mail } from './mailer.js';

/** Where mail is handed in. */
export interface SmtpOptions {
  /** `smtps://user:password@mail.example.org:465`, or `smtp://…:587`, which has to offer STARTTLS unless it is on this machine. */
  readonly url: string;
  /** Whom messages come from: one plain address. */
  readonly from: string;
  /** The name beside it. */
  readonly fromName?: string;
}

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);
/** Milliseconds a server may be silent before the job tries again later. */
const PATIENCE = 20_000;

/** Hands messages to a mail server. Each has one recipient, named as an address and nothing else. */
export class SmtpMailer extends Mailer {
  private readonly transport: Transporter;

  constructor(private readonly options: SmtpOptions) {
    super();
    const { protocol, hostname, port, username, password } = new URL(options.url);
    const secure = protocol === 'smtps:';
    this.transport = createTransport({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (secure ? 465 : 587),
      secure,
      requireTLS: !secure && !LOCAL.has(hostname),
      ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      // Nothing of a message is ever read from a file or fetched from elsewhere.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ to, subject, text, html }: Mail): Promise<void> {
    await this.transport.sendMail({
      from: { name: this.options.fromName ?? '', address: this.options.from },
      // As an object it is one address, however it is spelled; as text it would be parsed for several.
      to: { name: '', address: to },
      subject: subject.replace(/[\r\n]+/g, ' '),
      text,
      ...(html ? { html } : {}),
    });
  }
}
