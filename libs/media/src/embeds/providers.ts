/** A site that tells how its pages are embedded (oEmbed 1.0). */
export interface EmbedProvider {
  readonly name: string;
  /** Where it is asked. */
  readonly endpoint: string;
  /** Which addresses it knows: host, and optionally how the path begins. */
  readonly pages: readonly RegExp[];
}

/** Sites whose HTML is believed. Projects add their own, see `MediaOptions.embedProviders`. */
export const EMBED_PROVIDERS: readonly EmbedProvider[] = [
  { name: 'YouTube', endpoint: 'https://www.youtube.com/oembed', pages: [/^https?:\/\/(?:(?:www|m|music)\.)?youtube\.com\/(?:watch|shorts\/|live\/|playlist|embed\/)/, /^https?:\/\/youtu\.be\/./] },
  { name: 'Vimeo', endpoint: 'https://vimeo.com/api/oembed.json', pages: [/^https?:\/\/(?:www\.|player\.)?vimeo\.com\/./] },
  { name: 'Dailymotion', endpoint: 'https://www.dailymotion.com/services/oembed', pages: [/^https?:\/\/(?:www\.)?dailymotion\.com\/video\/./, /^https?:\/\/dai\.ly\/./] },
  { name: 'TED', endpoint: 'https://www.ted.com/services/v1/oembed.json', pages: [/^https?:\/\/(?:www\.)?ted\.com\/talks\/./] },
  { name: 'SoundCloud', endpoint: 'https://soundcloud.com/oembed', pages: [/^https?:\/\/(?:www\.|m\.)?soundcloud\.com\/./] },
  { name: 'Spotify', endpoint: 'https://open.spotify.com/oembed', pages: [/^https?:\/\/open\.spotify\.com\/./] },
  { name: 'Mixcloud', endpoint: 'https://app.mixcloud.com/oembed/', pages: [/^https?:\/\/(?:www\.)?mixcloud\.com\/./] },
  { name: 'X', endpoint: 'https://publish.twitter.com/oembed', pages: [/^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/[^/]+\/status\/\d+/] },
  { name: 'Bluesky', endpoint: 'https://embed.bsky.app/oembed', pages: [/^https?:\/\/bsky\.app\/profile\/[^/]+\/post\/./] },
  { name: 'TikTok', endpoint: 'https://www.tiktok.com/oembed', pages: [/^https?:\/\/(?:www\.)?tiktok\.com\/@[^/]+\/video\/\d+/] },
  { name: 'Reddit', endpoint: 'https://www.reddit.com/oembed', pages: [/^https?:\/\/(?:www\.)?reddit\.com\/r\/[^/]+\/comments\/./] },
  { name: 'Flickr', endpoint: 'https://www.flickr.com/services/oembed/', pages: [/^https?:\/\/(?:www\.)?flickr\.com\/photos\/./, /^https?:\/\/flic\.kr\/./] },
  { name: 'SlideShare', endpoint: 'https://www.slideshare.net/api/oembed/2', pages: [/^https?:\/\/(?:www\.)?slideshare\.net\/[^/]+\/./] },
  { name: 'CodePen', endpoint: 'https://codepen.io/api/oembed', pages: [/^https?:\/\/codepen\.io\/[^/]+\/pen\/./] },
]; // prettier-ignore

/** Who knows an address; null when nobody does. */
export function providerOf(url: string, providers: readonly EmbedProvider[]): EmbedProvider | null {
  return providers.find(({ pages }) => pages.some((page) => page.test(url))) ?? null;
}
