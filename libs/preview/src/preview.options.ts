/** Where previews are shown, and how long a token is good. */
export interface PreviewOptions {
  /**
   * Address of a frontend that shows drafts. In the place of `{token}` stands the token, of `{site}` the origin of the
   * page's site, of `{mode}`, `{type}`, `{id}` and `{locale}` what they say. Default `{site}/preview/?token={token}`.
   */
  readonly url?: string;
  /** Addresses for single sites, by their host name. */
  readonly sites?: Readonly<Record<string, string>>;
  /** Addresses for single types, by name; they go before those of sites. */
  readonly types?: Readonly<Record<string, string>>;
  /** How long a token is good, in seconds; default 1800, at most 3600. */
  readonly seconds?: number;
}

const MAX_SECONDS = 3600;

/** What may stand in an address of a preview. */
export interface PreviewAddress {
  readonly site: { readonly hostname: string; readonly origin: string } | null;
  readonly type: string;
  readonly token: string;
  readonly mode: string;
  readonly id: number;
  readonly locale: string;
}

/** The options with their defaults filled in. */
export class PreviewConfig {
  readonly seconds: number;
  private readonly url: string;
  private readonly sites: ReadonlyMap<string, string>;
  private readonly types: ReadonlyMap<string, string>;

  constructor({
    url = '{site}/preview/?token={token}',
    sites = {},
    types = {},
    seconds = MAX_SECONDS / 2,
  }: PreviewOptions) {
    [url, ...Object.values(sites), ...Object.values(types)].forEach(requireToken);
    if (!Number.isInteger(seconds) || seconds < 1 || seconds > MAX_SECONDS) {
      throw new Error(`preview.E002: previews cannot be good for ${seconds} seconds. Hint: say 1 to ${MAX_SECONDS}.`);
    }
    this.url = url;
    this.sites = new Map(Object.entries(sites));
    this.types = new Map(Object.entries(types));
    this.seconds = seconds;
  }

  /** Origins of addresses that name one; those of sites are the sites'. */
  get origins(): string[] {
    const urls = [this.url, ...this.sites.values(), ...this.types.values()];
    return urls.filter((url) => !url.includes('{site}')).map((url) => new URL(url.replace(/\{[a-z]+\}/g, 'x')).origin);
  }

  /** Where this draft is shown; null when the address needs a site and there is none. */
  addressOf({ site, ...values }: PreviewAddress): string | null {
    const template = this.types.get(values.type) ?? (site && this.sites.get(site.hostname)) ?? this.url;
    if (template.includes('{site}') && !site) return null;
    const filled = template.replace(/\{(token|mode|type|id|locale)\}/g, (_whole, name: keyof typeof values) =>
      encodeURIComponent(String(values[name])),
    );
    return filled.replaceAll('{site}', site?.origin ?? '');
  }
}

function requireToken(url: string): void {
  const shape = url.replaceAll('{site}', 'https://example.org').replace(/\{[a-z]+\}/g, 'x');
  if (url.includes('{token}') && URL.canParse(shape) && /^https?:/.test(shape)) return;
  throw new Error(
    `preview.E001: “${url}” is no address of previews. Hint: write it like https://example.org/preview/?token={token}.`,
  );
}
