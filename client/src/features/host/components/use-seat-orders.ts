import { App as AntApp } from 'antd';
import type { RequestOf } from '@anquanli/contract/exchange';
import { hostExchanges, type PersonRow } from '@anquanli/contract/live-host';
import { errorText, errorWords } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { peopleWords } from '../words-people';
import type { Run } from './use-run';

type SeatOrder = RequestOf<typeof hostExchanges.seat>['order'];

/** What the host can do with one person. Each is true when the server did it; else it has been said why not. */
export function useSeatOrders(run: Run, person: PersonRow, onChanged: () => void) {
  const t = useWords(peopleWords);
  const error = useWords(errorWords);
  const { message, modal } = AntApp.useApp();
  const { name, seatNo } = person;

  async function send(order: SeatOrder, done?: string): Promise<boolean> {
    const ack = await run.ask(hostExchanges.seat, { seatNo, order });
    if (!ack.ok) {
      void message.error(errorText(error, ack));
      return false;
    }
    if (done !== undefined) void message.success(done);
    onChanged();
    return true;
  }

  return {
    send,
    rename: (next: string) => send({ action: 'rename', name: next }, t('renamed')),
    ban: () => send({ action: 'ban' }, t('banned', { name })),
    readmit: () => send({ action: 'readmit' }, t('readmitted', { name })),
    askToKick() {
      void modal.confirm({
        title: t('kickTitle', { name }),
        content: t('kickText'),
        icon: null,
        okText: t('kickButton'),
        cancelText: t('cancel'),
        onOk: () => send({ action: 'kick' }, t('kicked', { name })),
      });
    },
  };
}
