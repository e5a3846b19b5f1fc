import { App as AntApp, Modal } from 'antd';
import type { BankRelease } from '@anquanli/contract/bank';
import { bankReleaseRoutes } from '@anquanli/contract/bank-releases';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { ReasonForm } from '../../../ui/desk/ReasonForm';
import { common } from '../words-common';
import { releasesWords } from '../words-releases';

interface WithdrawDialogProps {
  setId: string;
  /** null keeps the dialog closed. */
  release: BankRelease | null;
  onClose(): void;
  onDone(): void;
}

export function WithdrawDialog({ release, ...props }: WithdrawDialogProps) {
  const t = useWords(releasesWords);
  return (
    <Modal
      open={release !== null}
      onCancel={props.onClose}
      title={t('withdrawTitle', { version: release?.version ?? '' })}
      footer={null}
      destroyOnHidden
    >
      {release !== null && <WithdrawForm release={release} {...props} />}
    </Modal>
  );
}

function WithdrawForm({ setId, release, onClose, onDone }: WithdrawDialogProps & { release: BankRelease }) {
  const t = useWords(releasesWords);
  const c = useWords(common);
  const { message } = AntApp.useApp();
  const order = useOrder();
  const problem = useErrorText(order.failure);
  const { version } = release;

  async function submit(reason: string) {
    const done = await order.give(() =>
      call(bankReleaseRoutes.withdraw, { params: { setId, version }, body: { reason } }),
    );
    if (done === null) return;
    void message.success(t('withdrawDone', { version }));
    onDone();
  }

  return (
    <ReasonForm
      text={t('withdrawText')}
      label={t('withdrawReason')}
      help={t('withdrawReasonHelp')}
      maxLength={300}
      cancel={c('cancel')}
      button={t('withdrawButton')}
      isBusy={order.isBusy}
      problem={problem}
      onClose={onClose}
      onGiven={(reason) => void submit(reason)}
    />
  );
}
