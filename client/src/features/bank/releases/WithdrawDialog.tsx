import { App as AntApp, Modal } from 'antd';
import { useState, type SubmitEvent } from 'react';
import type { BankRelease } from '@anquanli/contract/bank';
import { bankReleaseRoutes } from '@anquanli/contract/bank-releases';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Field } from '../../../ui/desk/Field';
import { Note } from '../../../ui/Note';
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
  const [reason, setReason] = useState('');
  const order = useOrder();
  const problem = useErrorText(order.failure);
  const { version } = release;

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    const done = await order.give(() =>
      call(bankReleaseRoutes.withdraw, { params: { setId, version }, body: { reason: reason.trim() } }),
    );
    if (done === null) return;
    void message.success(t('withdrawDone', { version }));
    onDone();
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <p className="dk-lead">{t('withdrawText')}</p>
      <Field label={t('withdrawReason')} help={t('withdrawReasonHelp')}>
        {(ids) => (
          <textarea
            {...ids}
            className="dk-input"
            rows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {problem !== '' && <Note tone="no" title={problem} />}
      <div className="dk-dialog-foot">
        <DeskButton onClick={onClose}>{c('cancel')}</DeskButton>
        <DeskButton type="submit" look="danger" isBusy={order.isBusy} disabled={reason.trim() === ''}>
          {t('withdrawButton')}
        </DeskButton>
      </div>
    </form>
  );
}
