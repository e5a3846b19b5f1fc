import { Modal } from 'antd';
import { contestDeskRoutes, type DeskAttempt } from '@anquanli/contract/contest-desk';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { ReasonForm } from '../../../ui/desk/ReasonForm';
import { watchWords } from '../words-watch';

export type Judgement = 'remove' | 'restore' | 'giveBack';

interface JudgeDialogProps {
  judged: { readonly attempt: DeskAttempt; readonly judgement: Judgement } | null;
  onClose(): void;
  onDone(attempt: DeskAttempt): void;
}

/** A judgement about a paper needs a reason. */
export function JudgeDialog({ judged, onClose, onDone }: JudgeDialogProps) {
  const t = useWords(watchWords);
  const order = useOrder();
  const problem = useErrorText(order.failure);

  async function judge({ attempt: { attemptId }, judgement }: NonNullable<typeof judged>, reason: string) {
    const params = { attemptId };
    const done = await order.give(() =>
      judgement === 'giveBack'
        ? call(contestDeskRoutes.giveBack, { params, body: { reason } })
        : call(contestDeskRoutes.judge, { params, body: { isRemoved: judgement === 'remove', reason } }),
    );
    if (done !== null) onDone(done);
  }

  return (
    <Modal
      open={judged !== null}
      title={judged === null ? '' : t(`${judged.judgement}Title`)}
      footer={null}
      destroyOnHidden
      onCancel={onClose}
    >
      {judged !== null && (
        <ReasonForm
          text={t(`${judged.judgement}Text`)}
          label={t('reason')}
          help={t('reasonHelp')}
          maxLength={LIMITS.reasonChars.max}
          cancel={t('cancel')}
          button={t(judged.judgement)}
          isBusy={order.isBusy}
          problem={problem}
          onClose={onClose}
          onGiven={(reason) => void judge(judged, reason)}
        />
      )}
    </Modal>
  );
}
