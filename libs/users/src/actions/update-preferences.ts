import { Injectable } from '@nestjs/common';
import { Action, Hooks, invalid, type WriteCtx } from '@pipit/kernel';
import { userSubject } from '../accounts/user-actor.js';
import { User, type Preferences } from '../accounts/user.entity.js';
import { getCurrentUser } from '../queries/accounts.js';
import { PreferencesUpdated } from '../events.js';
import { BeforePreferencesUpdate } from '../hooks.js';

const KEY = /^[a-z][A-Za-z0-9.]{0,63}$/;
/** Far more than settings need; a place to hoard data it is not. */
const MAX_BYTES = 16_384;

/** Merges preferences into one's own; a key set to null is forgotten. */
@Injectable()
export class UpdatePreferences extends Action<{ preferences: Preferences }, User> {
  constructor(private readonly hooks: Hooks) {
    super();
  }

  protected async perform(ctx: WriteCtx, { preferences }: { preferences: Preferences }): Promise<User> {
    const user = await getCurrentUser(ctx);
    requirePlainKeys(preferences);
    const merged = Object.entries({ ...user.preferences, ...preferences }).filter(([, value]) => value !== null);
    user.preferences = Object.fromEntries(merged);
    requireSmall(user.preferences);
    await this.hooks.run(new BeforePreferencesUpdate(ctx, user, user.preferences));
    await ctx.manager.update(User, user.id, { preferences: user.preferences as object });
    ctx.record({
      action: 'user.updatePreferences',
      subject: userSubject(user),
      data: { keys: Object.keys(preferences) },
    });
    ctx.emit(new PreferencesUpdated(user.id));
    return user;
  }
}

function requirePlainKeys(preferences: Preferences): void {
  const bad = Object.keys(preferences).find((key) => !KEY.test(key) || key in Object.prototype);
  if (bad === undefined) return;
  throw invalid('A preference has a name that cannot be kept.', [
    {
      path: '/preferences',
      code: 'name',
      message: 'Names begin with a small letter and have letters, digits and dots.',
    },
  ]);
}

function requireSmall(preferences: Preferences): void {
  if (Buffer.byteLength(JSON.stringify(preferences)) <= MAX_BYTES) return;
  throw invalid('The preferences are too large.', [
    { path: '/preferences', code: 'too_long', message: `Together they may have ${MAX_BYTES / 1024} KB.` },
  ]);
}
