import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { drawnArtwork } from './drawn-artwork.ts';

const root = import.meta.dirname;

/** Serves the real window over the double: `/?page=overview&state=watching`. */
export default defineConfig({
  root,
  cacheDir: resolve(root, '../../node_modules/.vite-visual'),
  plugins: [
    react(),
    {
      name: 'drawn-artwork',
      configureServer(server) {
        server.middlewares.use('/artwork', (request, response) => {
          const url = new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('url') ?? '';
          const picture = drawnArtwork(url);
          if (picture === null) {
            response.statusCode = 404;
            response.end();
            return;
          }
          response.setHeader('Content-Type', 'image/svg+xml');
          response.end(picture);
        });
      },
    },
  ],
  server: {
    host: '127.0.0.1',
    port: 5199,
    strictPort: true,
    fs: { allow: [resolve(root, '../..')] },
  },
});
