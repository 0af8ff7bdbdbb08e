import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { type Connect, defineConfig } from 'vite';
import { drawnArtwork } from './drawn-artwork.ts';

const root = import.meta.dirname;

const answerArtwork: Connect.SimpleHandleFunction = (request, response) => {
  const url = new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('url') ?? '';
  const picture = drawnArtwork(url);
  if (picture === null) {
    response.statusCode = 404;
    response.end();
    return;
  }
  response.setHeader('Content-Type', 'image/svg+xml');
  response.end(picture);
};

/** Serves the real window over the double: `/?page=overview&state=watching`. */
export default defineConfig({
  root,
  cacheDir: resolve(root, '../../node_modules/.vite-visual'),
  plugins: [
    react(),
    {
      name: 'drawn-artwork',
      configureServer: ({ middlewares }) => void middlewares.use('/artwork', answerArtwork),
      configurePreviewServer: ({ middlewares }) => void middlewares.use('/artwork', answerArtwork),
    },
  ],
  server: {
    host: '127.0.0.1',
    fs: { allow: [resolve(root, '../..')] },
  },
});
