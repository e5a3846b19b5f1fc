/** How a file that comes later is asked for again; tests bring their own. */
export interface Again {
  /** Imports a module by its address. */
  module(url: string): Promise<unknown>;
  /** Loads a style sheet by its address. */
  style(url: string): Promise<void>;
  wait(ms: number): Promise<void>;
}

const FILE = /(?:https?:\/\/[^\s"']+|\/[^\s"']+)\.(js|css)\b/;
const LONGEST_WAIT_MS = 4_000;

/**
 * Loads a part of the page that comes later, and does not give up on a bad network. A browser remembers that a module
 * could not be fetched and never asks for it again under the same address, and a style sheet that failed is not tried
 * again either: both are asked for anew by the address the error names.
 */
export async function importPersistently<M>(
  load: () => Promise<M>,
  onFailure: (failures: number) => void = () => undefined,
  again: Again = browser,
): Promise<M> {
  let next = load;
  for (let failures = 1; ; failures++) {
    try {
      return await next();
    } catch (error) {
      onFailure(failures);
      const [url, ending] = FILE.exec(error instanceof Error ? error.message : '') ?? [];
      await again.wait(Math.min(LONGEST_WAIT_MS, 250 * 2 ** failures));
      if (url !== undefined && ending === 'js') next = () => again.module(`${url}?again=${failures}`) as Promise<M>;
      else if (url !== undefined) next = () => again.style(url).then(load);
      else next = load;
    }
  }
}

const browser: Again = {
  module: (url) => import(/* @vite-ignore */ url) as Promise<unknown>,
  style: (url) =>
    new Promise((resolve, reject) => {
      document.querySelectorAll(`link[href$="${url}"]`).forEach((link) => link.remove());
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = url;
      link.onload = () => resolve();
      link.onerror = () => reject(new Error(`Unable to load ${url}`));
      document.head.appendChild(link);
    }),
  /** Until the time is over or the network is back. */
  wait: (ms) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        window.removeEventListener('online', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      window.addEventListener('online', done);
    }),
};
