import { App as AntApp } from 'antd';
import { useLocation } from 'wouter';
import { roundRoutes, type RoundSummary } from '@anquanli/contract/rounds';
import { call, type Failure } from '../../../lib/api-client';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { roundsWords } from '../words-rounds';

export interface RoundDeeds {
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  again(): Promise<void>;
  rehearse(): Promise<void>;
  askToRemove(): void;
}

/** Run again, rehearse, delete: what the list can do with a round. New rounds open in the console. */
export function useRoundDeeds(round: Pick<RoundSummary, 'id' | 'title' | 'people'>, onRemoved: () => void): RoundDeeds {
  const t = useWords(roundsWords);
  const { modal, message } = AntApp.useApp();
  const [, goTo] = useLocation();
  const { isBusy, failure, give } = useOrder();
  const params = { roundId: round.id };

  async function remove() {
    if ((await give(() => call(roundRoutes.remove, { params }))) !== null) onRemoved();
  }

  return {
    isBusy,
    failure,
    async again() {
      const next = await give(() => call(roundRoutes.again, { params }));
      if (next === null) return;
      void message.success(t('againDone'));
      goTo(`/rounds/${next.id}/run`);
    },
    async rehearse() {
      const next = await give(() => call(roundRoutes.rehearse, { params }));
      if (next !== null) goTo(`/rounds/${next.id}/run`);
    },
    askToRemove() {
      void modal.confirm({
        title: t('removeTitle', { title: round.title }),
        content: `${round.people > 0 ? t('removePeople', { count: round.people }) : t('removeNobody')} ${t('removeNoWay')}`,
        icon: null,
        okText: t('removeButton'),
        okButtonProps: { danger: true, type: 'default' },
        cancelText: t('cancel'),
        autoFocusButton: 'cancel',
        onOk: remove,
      });
    },
  };
}
