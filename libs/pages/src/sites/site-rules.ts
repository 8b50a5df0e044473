import { Injectable } from '@nestjs/common';
import { invalid, type WriteCtx } from '@pipit/kernel';
import { Page, ROOT_ID } from '../page.entity.js';
import { Site } from '../site.entity.js';
import { TRASH_PATH } from '../tree/roots.js';
import { hostFrom } from './host.js';

/** What a site says of itself. */
export interface SiteValues {
  readonly hostname: string;
  readonly port: number;
  readonly name: string;
  readonly rootPageId: number;
  readonly isDefault: boolean;
}

const MAX_PORT = 65_535;

/** What sites have to be like, for themselves and among each other. Callers hold the lock of the tree. */
@Injectable()
export class SiteRules {
  /** The values as they are stored; refuses those that no site can have. */
  async check(ctx: WriteCtx, values: SiteValues, self: number | null): Promise<SiteValues> {
    const hostname = hostFrom(values.hostname);
    if (hostname === null) {
      throw fault(
        'hostname',
        'no_host',
        'Write a host name such as www.example.org, without https:// and without a path.',
      );
    }
    if (!Number.isInteger(values.port) || values.port < 1 || values.port > MAX_PORT) {
      throw fault('port', 'no_port', `A port is a number from 1 to ${MAX_PORT}.`);
    }
    const sites = await ctx.manager.find(Site);
    const others = sites.filter(({ id }) => id !== self);
    if (others.some((site) => site.hostname === hostname && site.port === values.port)) {
      throw fault('hostname', 'taken', `Another site has ${hostname}, port ${values.port}.`);
    }
    await requireRoot(ctx, values.rootPageId);
    if (!values.isDefault && sites.some(({ id, isDefault }) => id === self && isDefault)) {
      throw fault('isDefault', 'one_default', 'One site answers for unknown hosts. Make another one the default.');
    }
    return { ...values, hostname, name: values.name.trim(), isDefault: values.isDefault || others.length === 0 };
  }

  /** There is one default site at most, so the former one stops being it. */
  async leaveDefault(ctx: WriteCtx, except: number | null): Promise<void> {
    await ctx.manager.query('UPDATE site SET is_default = false WHERE is_default AND id IS DISTINCT FROM $1', [except]);
  }
}

async function requireRoot(ctx: WriteCtx, id: number): Promise<void> {
  const page = id === ROOT_ID ? null : await ctx.manager.findOneBy(Page, { id });
  if (page && page.parentId !== null && !page.path.startsWith(TRASH_PATH)) return;
  throw fault('rootPageId', 'no_page', 'Choose a page of the tree as the home page.');
}

function fault(field: keyof SiteValues, code: string, message: string) {
  return invalid(message, [{ path: `/${field}`, code, message }]);
}
