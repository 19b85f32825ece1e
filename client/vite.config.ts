import react from '@vitejs/plugin-react';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const server = process.env['ENTENTE_SERVER'] ?? 'http://127.0.0.1:3000';
const compressible = /\.(js|css|html|json|svg)$/;
const smallestWorthIt = 256;

/** Writes a .br and a .gz beside each text file, so that the server compresses nothing while people wait. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
        const file = join(entry.parentPath, entry.name);
        if (!entry.isFile() || !compressible.test(file)) continue;
        const text = readFileSync(file);
        if (text.length < smallestWorthIt) continue;
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
        writeFileSync(`${file}.br`, brotliCompressSync(text, { params }));
        writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
      }
    },
  };
}

/**
 * What comes in one file. Every answer carries about a kilobyte of headers, so that a page of many small files costs
 * more than its code does: what every page needs is one file, and what readers' pages share is one.
 * A feature that brings a library of its own is not in that list, or every page would load it; nor is the shared document.
 */
const oneFile = [
  { name: 'base', test: /node_modules\/(?:react|react-dom|scheduler|react-router|i18next|@tanstack)\//, priority: 2 },
  { name: 'frame', test: /client\/(?:ui|lib)\/(?!sentences|(?:use-)?shared-document)/, minShareCount: 2, priority: 1 },
  { name: 'reading', test: /client\/(?:app|features\/(?:session|dyads|forum|desk))\//, minShareCount: 2 },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precompress()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'baseline-widely-available',
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: oneFile } } },
  },
  server: {
    proxy: {
      '/api': server,
      '/log': server,
      '/socket.io': { target: server, ws: true },
      '/collab': { target: server, ws: true },
    },
  },
});
