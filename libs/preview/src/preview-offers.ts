import { Injectable } from '@nestjs/common';
import { previewModesOf, type ContentType, type PreviewMode } from '@pipit/content-types';
import { invalid, unauthenticated, type Ctx } from '@pipit/kernel';
import { siteOrigin } from '@pipit/pages';
import type { Snapshot } from '@pipit/revisions';
import { PreviewContents } from './contents/preview-contents.js';
import { noPreview } from './errors.js';
import type { PreviewWish } from './preview-kind.js';
import { PreviewConfig } from './preview.options.js';
import { isNew, subjectKey, type PreviewSubject } from './subject.js';
import { PreviewTokens } from './tokens/preview-tokens.js';

/** Where to look at a draft, and for how long. */
export interface PreviewOffer {
  readonly url: string;
  readonly token: string;
  readonly expiresAt: Date;
  readonly mode: string;
  readonly modes: readonly PreviewMode[];
}

/** What is offered to be looked at, permitted and checked. */
export interface Offered {
  readonly type: ContentType;
  /** Of things that are not created yet without an id, which is taken once for all previews of them. */
  readonly subject: PreviewSubject;
  readonly site: { readonly hostname: string; readonly port: number } | null;
  readonly locale: string;
  /** Complete values that were posted; null for other sources. */
  readonly posted: Snapshot | null;
}

/** Makes tokens for what somebody may look at. */
@Injectable()
export class PreviewOffers {
  constructor(
    private readonly tokens: PreviewTokens,
    private readonly contents: PreviewContents,
    private readonly config: PreviewConfig,
  ) {}

  /** The mode a wish names, or the usual one; refuses what the type does not have. */
  requireMode(type: ContentType, wish: string | undefined): string {
    const modes = previewModesOf(type);
    const mode = wish === undefined ? modes[0] : modes.find(({ name }) => name === wish);
    if (mode) return mode.name;
    if (modes.length === 0) throw noPreview(`${type.labelPlural} have no preview.`);
    const message = `A ${type.label} can be seen as ${modes.map(({ name }) => name).join(', ')}, not as “${wish}”.`;
    throw invalid(message, [{ path: '/mode', code: 'unknown', message }]);
  }

  /** The key of a subject before it has an id, and the id it was looked at with before. */
  reservedId(ctx: Ctx, subject: PreviewSubject): Promise<number | null> {
    return this.contents.reservedId(ctx, personOf(ctx).userId, subjectKey(subject));
  }

  /** A token, and the address that shows what it stands for. Keeps what was posted. */
  async offer(ctx: Ctx, offered: Offered, wish: PreviewWish, editorOrigin: string | null): Promise<PreviewOffer> {
    const { userId, sessionId } = personOf(ctx);
    const { type, subject, posted } = offered;
    const mode = this.requireMode(type, wish.mode);
    const kept = posted && {
      ...{ userId, subjectKey: subjectKey(subject), subjectId: subject.id, snapshot: posted },
    };
    const content = kept && (await this.contents.keep(ctx, kept));
    const shown = content && isNew(subject) ? { ...subject, id: content.subjectId } : subject;
    const { token, expiresAt } = this.tokens.sign({
      userId,
      sessionId,
      subject: shown,
      mode,
      source: posted ? 'posted' : wish.source,
      revisionId: wish.revisionId ?? null,
      contentId: content?.id ?? null,
      editorOrigin,
    });
    const { site, locale } = offered;
    const address = { token, mode, type: type.name, id: shown.id, locale };
    const url = this.config.addressOf({
      ...address,
      site: site && { hostname: site.hostname, origin: siteOrigin(site) },
    });
    if (url === null) throw noPreview('This belongs to no site, so that there is no frontend to show it.');
    return { url, token, expiresAt, mode, modes: previewModesOf(type) };
  }
}

/** The person who asks, with the session that the token lives as long as. */
function personOf({ actor }: Ctx): { userId: number; sessionId: string } {
  if (actor.kind !== 'user' || !actor.sessionId) throw unauthenticated('Sign in to look at drafts.');
  return { userId: actor.userId, sessionId: actor.sessionId };
}
