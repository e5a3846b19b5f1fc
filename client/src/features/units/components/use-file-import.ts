import { useState } from 'react';
import type { Failure, Outcome } from '../../../lib/api-client';
import { useOrder } from '../../../lib/use-call';
import { base64OfFile } from '../../../lib/base64';
import type { ShownRow } from '../model/shown-rows';

/** What a file would do. */
export interface Look {
  readonly digest: string;
  readonly skipped: number;
  readonly rows: readonly ShownRow[];
}

/** What it has done. */
export interface Done {
  readonly summary: string;
  readonly refused: readonly ShownRow[];
}

/** How a kind of file is looked at and brought in. */
export interface FileRoutes {
  look(content: string): Promise<Outcome<Look>>;
  bringIn(content: string, digest: string): Promise<Outcome<Done>>;
}

export interface FileImport {
  readonly file: File | null;
  readonly look: Look | null;
  readonly done: Done | null;
  readonly step: 'choosing' | 'looking' | 'bringing';
  readonly failure: Failure | null;
  /** The browser could not read the file. */
  readonly isUnread: boolean;
  /** Somebody was faster: what is shown is the second look. */
  readonly hasMoved: boolean;
  choose(file: File): Promise<void>;
  bringIn(): Promise<void>;
  /** Looks at the same file once more, as after another choice. */
  lookAgain(): Promise<void>;
  clear(): void;
}

/** A file on its way: chosen, looked at, brought in. It stays in the page; the server keeps nothing of it. */
export function useFileImport(routes: FileRoutes): FileImport {
  const order = useOrder();
  const [file, setFile] = useState<File | null>(null);
  const [content, setContent] = useState<string | null>(null);
  const [look, setLook] = useState<Look | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [step, setStep] = useState<FileImport['step']>('choosing');
  const [isUnread, setUnread] = useState(false);
  const [hasMoved, setMoved] = useState(false);

  async function lookAt(text: string) {
    setStep('looking');
    setLook(await order.give(() => routes.look(text)));
    setStep('choosing');
  }

  return {
    ...{ file, look, done, step, isUnread, hasMoved, failure: order.failure },
    async choose(chosen) {
      setFile(chosen);
      setLook(null);
      setDone(null);
      setMoved(false);
      order.clear();
      const text = await base64OfFile(chosen).catch(() => null);
      setContent(text);
      setUnread(text === null);
      if (text !== null) await lookAt(text);
    },
    async bringIn() {
      if (content === null || look === null) return;
      setStep('bringing');
      let isStale = false;
      const brought = await order.give(async () => {
        const outcome = await routes.bringIn(content, look.digest);
        isStale = !outcome.ok && outcome.code === 'stale_version';
        return outcome;
      });
      setStep('choosing');
      setMoved(isStale);
      if (isStale) await lookAt(content);
      if (brought !== null) setDone(brought);
    },
    async lookAgain() {
      if (content !== null) await lookAt(content);
    },
    clear() {
      setFile(null);
      setContent(null);
      setLook(null);
      setDone(null);
      setMoved(false);
      order.clear();
    },
  };
}
