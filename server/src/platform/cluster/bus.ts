import type * as z from 'zod/mini';

/** A kind of news, and how it is checked where it comes in from another process. */
export interface Topic<News> {
  readonly name: string;
  readonly schema: z.ZodMiniType<News>;
}

export function topic<News>(name: string, schema: z.ZodMiniType<News>): Topic<News> {
  return { name, schema };
}

export type Listener<News> = (news: News, from: string) => void;

/**
 * News between the processes that are one system, after what it tells of was committed. It may be lost: whoever must not miss something looks
 * at rows as well, and anew after a gap. With one process there is nobody else to tell.
 */
export abstract class Bus {
  /** Of this process, anew with each start. */
  abstract readonly nodeId: string;

  /** False where several processes may be one system. */
  abstract readonly isAlone: boolean;

  /** Can news come and go at this moment? Always, when alone. */
  abstract readonly isOpen: boolean;

  /** To every process. This one's listeners have heard it when the call returns. */
  tell<News>(about: Topic<News>, news: News): void {
    this.deliver(about.name, news, this.nodeId);
    this.send(about.name, news);
  }

  /** To the other processes. */
  tellOthers<News>(about: Topic<News>, news: News): void {
    this.send(about.name, news);
  }

  /** Calls back for each piece of news with the process it comes from. */
  on<News>(about: Topic<News>, listener: Listener<News>): void {
    const listeners = this.listeners.get(about.name) ?? { about, listeners: [] };
    this.listeners.set(about.name, listeners);
    listeners.listeners.push(listener as Listener<unknown>);
  }

  /** Calls back when news may have been missed, as soon as it comes again. */
  onGap(listener: () => void): void {
    this.gapListeners.push(listener);
  }

  abstract close(): Promise<void>;

  protected abstract send(name: string, news: unknown): void;

  protected topicNamed(name: string): Topic<unknown> | undefined {
    return this.listeners.get(name)?.about;
  }

  protected deliver(name: string, news: unknown, from: string): void {
    this.listeners.get(name)?.listeners.forEach((listener) => listener(news, from));
  }

  protected gapEnded(): void {
    this.gapListeners.forEach((listener) => listener());
  }

  private readonly listeners = new Map<
    string,
    { readonly about: Topic<unknown>; readonly listeners: Listener<unknown>[] }
  >();
  private readonly gapListeners: (() => void)[] = [];
}
