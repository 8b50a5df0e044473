import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  trailingSlash: 'ignore',
  compressHTML: true,
  devToolbar: { enabled: false },
  // Nothing here changes state: the contact form hands its text to the visitor's own mail program.
  security: { checkOrigin: true },
  build: { inlineStylesheets: 'never' },
  server: { host: process.env.HOST ?? '127.0.0.1', port: Number(process.env.PORT ?? 4321) },
  vite: {
    build: { assetsInlineLimit: 0 },
    resolve: { alias: { '@pipit/client': new URL('../../libs/client/src/index.ts', import.meta.url).pathname } },
  },
});
