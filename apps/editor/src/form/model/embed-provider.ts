/** Sites whose pages the editor can name. Others still work when the server can embed them. */
const PROVIDERS: readonly [RegExp, string][] = [
  [/(^|\.)(youtube\.com|youtu\.be|youtube-nocookie\.com)$/, 'YouTube'],
  [/(^|\.)vimeo\.com$/, 'Vimeo'],
  [/(^|\.)soundcloud\.com$/, 'SoundCloud'],
  [/(^|\.)spotify\.com$/, 'Spotify'],
  [/(^|\.)(twitter\.com|x\.com)$/, 'X'],
  [/(^|\.)bsky\.app$/, 'Bluesky'],
  [/(^|\.)instagram\.com$/, 'Instagram'],
  [/(^|\.)(tiktok\.com)$/, 'TikTok'],
  [/(^|\.)(facebook\.com|fb\.watch)$/, 'Facebook'],
  [/(^|\.)(dailymotion\.com|dai\.ly)$/, 'Dailymotion'],
  [/(^|\.)(flickr\.com|flic\.kr)$/, 'Flickr'],
  [/(^|\.)ted\.com$/, 'TED'],
  [/(^|\.)(slideshare\.net)$/, 'SlideShare'],
  [/(^|\.)mixcloud\.com$/, 'Mixcloud'],
  [/(^|\.)codepen\.io$/, 'CodePen'],
  [/(^|\.)openstreetmap\.org$/, 'OpenStreetMap'],
];

/** What the editor can say about an address to embed. */
export type EmbedGuess =
  { state: 'empty' } | { state: 'not-a-url' } | { state: 'known'; provider: string } | { state: 'other'; host: string };

/** Recognises the provider of a web address. */
export function guessEmbed(text: string): EmbedGuess {
  const trimmed = text.trim();
  if (trimmed === '') return { state: 'empty' };
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return { state: 'not-a-url' };
  const host = url.hostname.toLowerCase();
  const known = PROVIDERS.find(([pattern]) => pattern.test(host));
  return known ? { state: 'known', provider: known[1] } : { state: 'other', host: host.replace(/^www\./, '') };
}
