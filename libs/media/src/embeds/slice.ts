import type { Slice } from '../slice.js';
import { Embed } from './embed.entity.js';
import { EmbedsController } from './embeds.controller.js';
import { Embeds } from './embeds.js';

/** Things of other sites that are shown in ours. */
export const EMBEDS: Slice = { entities: [Embed], controllers: [EmbedsController], providers: [Embeds] };
