import * as z from 'zod/mini';

/** One typed value in localStorage. What does not parse is as good as absent. */
export interface Slot<T> {
  read(): T | null;
  write(value: T): void;
  clear(): void;
  /** Calls back when this tab or another one changes the value. Returns the end of the subscription. */
  subscribe(onChange: () => void): () => void;
}

/** Takes the place of localStorage where the browser forbids it (private mode, full disk): lasts as long as the page. */
const memory = new Map<string, string>();
const listeners = new Map<string, Set<() => void>>();

function readText(key: string): string | null {
  const kept = memory.get(key);
  if (kept !== undefined) return kept;
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeText(key: string, text: string): void {
  try {
    window.localStorage.setItem(key, text);
    memory.delete(key);
  } catch {
    memory.set(key, text);
  }
}

function removeText(key: string): void {
  memory.delete(key);
  try {
    window.localStorage.removeItem(key);
  } catch {
    // Nothing was stored there either.
  }
}

function announce(key: string): void {
  listeners.get(key)?.forEach((listener) => listener());
}

if (typeof window !== 'undefined') {
  window.addEventListener('storage', (event) => {
    if (event.key === null) listeners.forEach((_, key) => announce(key));
    else announce(event.key);
  });
}

export function slot<T>(name: string, schema: z.core.$ZodType<T>): Slot<T> {
  const key = `anquanli.${name}`;
  // React compares snapshots by identity: the same text must give the same object.
  let cache: { text: string; value: T | null } | null = null;
  return {
    read() {
      const text = readText(key);
      if (text === null) return null;
      if (cache?.text === text) return cache.value;
      cache = { text, value: parse(text, schema) };
      return cache.value;
    },
    write(value) {
      writeText(key, JSON.stringify(value));
      announce(key);
    },
    clear() {
      removeText(key);
      announce(key);
    },
    subscribe(onChange) {
      const own = listeners.get(key) ?? new Set();
      listeners.set(key, own.add(onChange));
      return () => own.delete(onChange);
    },
  };
}

function parse<T>(text: string, schema: z.core.$ZodType<T>): T | null {
  try {
    const parsed = z.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
