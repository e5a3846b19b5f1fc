import { Modal } from 'antd';
import { useState } from 'react';
import { peopleDeskRoutes, type PersonLine } from '@anquanli/contract/people-desk';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { DialogForm } from '../../../ui/desk/DialogForm';
import { TextField } from '../../../ui/desk/TextField';
import { peopleWords } from '../words-people';

interface EraseDialogProps {
  person: PersonLine | null;
  onClose(): void;
  onDone(): void;
}

export function EraseDialog({ person, onClose, onDone }: EraseDialogProps) {
  const t = useWords(peopleWords);
  const title = person === null ? '' : t('eraseTitle', { name: person.name });
  return (
    <Modal open={person !== null} title={title} footer={null} destroyOnHidden onCancel={onClose}>
      {person !== null && <EraseForm person={person} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

function EraseForm({ person, onClose, onDone }: EraseDialogProps & { person: PersonLine }) {
  const t = useWords(peopleWords);
  const order = useOrder();
  const problem = useErrorText(order.failure);
  const [reason, setReason] = useState('');
  async function submit() {
    const input = { params: { personId: person.personId }, body: { reason } };
    if ((await order.give(() => call(peopleDeskRoutes.erase, input))) !== null) onDone();
  }
  return (
    <DialogForm
      problem={problem}
      cancel={t('cancel')}
      button={t('erase')}
      look="danger"
      isBusy={order.isBusy}
      isDisabled={reason.trim().length < LIMITS.reasonChars.min}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="dk-lead">{t('eraseHelp')}</p>
      <TextField label={t('reason')} value={reason} maxLength={LIMITS.reasonChars.max} onChange={setReason} />
    </DialogForm>
  );
}
