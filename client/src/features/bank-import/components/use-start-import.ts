import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { bankImportRoutes } from '@anquanli/contract/bank-imports';
import type { Failure } from '../../../lib/api-client';
import { sendLarge } from '../../../lib/send-large';
import { useOrder } from '../../../lib/use-call';
import { base64OfFile } from '../../../lib/base64';

export type Source = { readonly file: File } | { readonly name: string; readonly text: string };

export interface StartImport {
  /** Waits until a set is chosen. */
  readonly waiting: Source | null;
  /** What is on its way, and how much of it, 0–1. */
  readonly sending: { readonly name: string; readonly share: number } | null;
  readonly failure: Failure | null;
  /** Sends it, or keeps it until there is a set. True once the import has begun. */
  begin(source: Source): Promise<boolean>;
  stop(): void;
}

/** Making base64 of it is quick; the rest is the line. */
const ENCODING_SHARE = 0.1;

export const nameOf = (source: Source): string => ('file' in source ? source.file.name : source.name);

/** Sends a file or a text as a new import and opens its page. */
export function useStartImport(setId: string | null): StartImport {
  const [, goTo] = useLocation();
  const [waiting, setWaiting] = useState<Source | null>(null);
  const [sending, setSending] = useState<StartImport['sending']>(null);
  const { give, failure, clear } = useOrder();
  const abort = useRef<AbortController | null>(null);

  const send = useCallback(
    async (source: Source, into: string): Promise<boolean> => {
      const controller = new AbortController();
      abort.current = controller;
      const name = nameOf(source);
      const show = (share: number) => setSending({ name, share });
      show(0);
      const started = await give(async () => {
        const body =
          'file' in source
            ? { setId: into, name, content: await base64OfFile(source.file, (share) => show(share * ENCODING_SHARE)) }
            : { setId: into, name, text: source.text };
        return sendLarge(bankImportRoutes.start, {
          body,
          signal: controller.signal,
          onShare: (share) => show(ENCODING_SHARE + share * (1 - ENCODING_SHARE)),
        });
      });
      setSending(null);
      if (controller.signal.aborted) clear();
      if (started === null) return false;
      goTo(`/bank/import/${started.id}`);
      return true;
    },
    [give, clear, goTo],
  );

  useEffect(() => {
    if (waiting === null || setId === null) return;
    setWaiting(null);
    void send(waiting, setId);
  }, [waiting, setId, send]);

  return {
    waiting,
    sending,
    failure,
    begin: async (source) => {
      if (setId !== null) return send(source, setId);
      setWaiting(source);
      return false;
    },
    stop: () => abort.current?.abort(),
  };
}
