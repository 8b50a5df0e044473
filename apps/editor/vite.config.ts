import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const apiUrl = process.env.API_URL ?? 'http://127.0.0.1:3000';
const toApi = { target: apiUrl, changeOrigin: false };
const address = {
  port: Number(process.env.EDITOR_PORT ?? 4200),
  strictPort: true,
  host: '127.0.0.1',
  proxy: { '/api': toApi, '/media': toApi, '/avatars': toApi, '/documents': toApi },
};

export default defineConfig({
  base: '/editor/',
  // The server puts another word in its place with each page it sends.
  html: { cspNonce: 'PIPIT_NONCE' },
  plugins: [react()],
  server: address,
  preview: address,
  build: { target: 'es2022', sourcemap: false },
});
