import { App as AntApp } from 'antd';
import { useCallback } from 'react';
import type { HostCommand } from '@anquanli/contract/live-host';
import { errorText, errorWords } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { consoleWords } from '../words-console';
import type { Run } from './use-run';

/** Gives an order and says what became of it when it was not taken; true when it was. */
export type GiveOrder = (order: HostCommand) => Promise<boolean>;

/** The loser of two hosts simply sees the new state, with a line that says why. */
export function useGiveOrder(run: Run): GiveOrder {
  const t = useWords(consoleWords);
  const error = useWords(errorWords);
  const { message } = AntApp.useApp();
  const { order } = run;
  return useCallback(
    async (command) => {
      const ack = await order(command);
      if (ack.ok) return true;
      if (ack.code === 'stale_version') void message.info({ key: 'order', content: t('staleNote') });
      else void message.error({ key: 'order', content: errorText(error, ack) });
      return false;
    },
    [order, message, t, error],
  );
}
