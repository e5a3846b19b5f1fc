import { readFile } from 'node:fs/promises';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';

const server = process.env['DEV_SERVER'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloadDoor(), apartZod()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The phones in the hall: Chrome 80 and Safari 14. Syntax is lowered, APIs are not (no .at(), no replaceAll).
    target: ['chrome80', 'safari14'],
    // Nothing as a data: address, so that the content security policy needs no exception.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      output: {
        // What phone and desk share of questions would come in a dozen crumbs, each with its own wrapping.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'later-screens-shared',
              test: /client\/src\/ui\/question\/(Answer(Line|List)|Explanation|answer-mark|citations)\./,
            },
            {
              name: 'question',
              test: /client\/src\/(lib\/(keep-awake|late-import|own-seat|use-media|vibrate)|ui\/(Marked|OptionButton|Plate|Tape|question\/(AnswerInput|LatePart|OptionList|QuestionStem|asked|hotspot\/zones|kind-words|late-parts|selection|words|numeric\/number-text|picture\/(Picture|ZoomButton)|text\/stem-parts)))\./,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/socket.io': { target: server, ws: true },
    },
  },
});

/**
 * The page names the files of the way in, so that a phone fetches them together with the first script and not one
 * round trip later. Desk and stage load some 10 kB in vain for it.
 */
function preloadDoor(): Plugin {
  return {
    name: 'preload-door',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, chunk: entry }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
        const door = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('features/join/JoinPage.tsx'));
        if (door === undefined || entry === undefined) return [];
        const known = [entry.fileName, ...entry.imports];
        const scripts = [door.fileName, ...door.imports].filter((name) => !known.includes(name));
        const styles = chunks
          .filter(({ fileName }) => scripts.includes(fileName))
          .flatMap(({ viteMetadata }) => Array.from(viteMetadata?.importedCss ?? []));
        return [
          ...scripts.map((name) => link({ rel: 'modulepreload', crossorigin: true, href: `/${name}` })),
          ...styles.map((name) => link({ rel: 'preload', as: 'style', crossorigin: true, href: `/${name}` })),
        ];
      },
    },
  };
}

const APART = '?apart';

/**
 * The question bank's schema is written with the whole of zod, the contract with zod/mini; both stand on the same core.
 * A chunk holds a module once, with everything that anybody uses of it: the desk's use would make the phones' core a third
 * larger. So the whole of zod, core included, is a second copy that only the desk loads.
 */
function apartZod(): Plugin {
  return {
    name: 'apart-zod',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const isInside = importer?.endsWith(APART) ?? false;
      if (!isInside && source !== 'zod') return null;
      const from = isInside ? importer?.slice(0, -APART.length) : importer;
      const found = await this.resolve(source, from, { ...options, skipSelf: true });
      return found === null ? null : { id: `${found.id}${APART}`, moduleSideEffects: false };
    },
    async load(id) {
      return id.endsWith(APART) ? readFile(id.slice(0, -APART.length), 'utf8') : null;
    },
  };
}

function link(attrs: HtmlTagDescriptor['attrs']): HtmlTagDescriptor {
  return { tag: 'link', attrs, injectTo: 'head' };
}
