import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const server = process.env['DEV_SERVER'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The phones in the hall: Chrome 80 and Safari 14. Syntax is lowered, APIs are not (no .at(), no replaceAll).
    target: ['chrome80', 'safari14'],
    // Nothing as a data: address, so that the content security policy needs no exception.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_500,
  },
  server: {
    proxy: {
      // The host header stays the page's own: the server lets only pages of its host write.
      '/api': { target: server, changeOrigin: false },
      '/socket.io': { target: server, ws: true, changeOrigin: false },
    },
  },
});
