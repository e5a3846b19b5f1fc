import { Modal } from 'antd';
import { useState } from 'react';
import { bankRoutes, type BankSet } from '@anquanli/contract/bank';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { isoDay } from '../../../lib/dates';
import { serverNow } from '../../../lib/server-clock';
import { useOrder } from '../../../lib/use-call';
import { DialogForm } from '../../../ui/desk/DialogForm';
import { TextField } from '../../../ui/desk/TextField';
import { isSetId } from '../model/set-figures';
import { common } from '../words-common';
import { setsWords } from '../words-sets';

interface SetDialogProps {
  isOpen: boolean;
  /** null makes a new one. */
  set: BankSet | null;
  onClose(): void;
  onDone(set: BankSet): void;
}

export function SetDialog({ isOpen, set, onClose, onDone }: SetDialogProps) {
  const t = useWords(setsWords);
  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      title={t(set === null ? 'newTitle' : 'editTitle')}
      footer={null}
      destroyOnHidden
    >
      <SetForm set={set} onClose={onClose} onDone={onDone} />
    </Modal>
  );
}

function SetForm({ set, onClose, onDone }: Omit<SetDialogProps, 'isOpen'>) {
  const t = useWords(setsWords);
  const c = useWords(common);
  const [title, setTitle] = useState(set?.title ?? '');
  const [description, setDescription] = useState(set?.description ?? '');
  const [short, setShort] = useState('');
  const [licence, setLicence] = useState(set?.licence ?? 'CC-BY-4.0');
  const [basis, setBasis] = useState(() => set?.legalBasisDate ?? isoDay(serverNow()));
  const [isChecked, setChecked] = useState(false);
  const order = useOrder();
  const refusal = useErrorText(order.failure);
  const isTaken = order.failure?.code === 'set_exists';
  const isGood = title.trim() !== '' && isSetId(short) && licence.trim() !== '' && basis !== '';
  const wrong = (isWrong: boolean, text: string) => (isChecked && isWrong ? text : null);

  async function submit() {
    setChecked(true);
    if (!isGood) return;
    const body = { title: title.trim(), description, licence: licence.trim(), legalBasisDate: basis };
    const done = await order.give(() =>
      set === null
        ? call(bankRoutes.createSet, { body: { ...body, ...(short === '' ? {} : { setId: short }) } })
        : call(bankRoutes.describeSet, {
            params: { setId: set.setId },
            body: { ...body, version: set.version },
          }),
    );
    if (done !== null) onDone(done);
  }

  return (
    <DialogForm
      problem={isTaken ? '' : refusal}
      cancel={c('cancel')}
      button={set === null ? t('create') : c('save')}
      isBusy={order.isBusy}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <TextField
        label={t('fieldTitle')}
        help={t('fieldTitleHelp')}
        problem={wrong(title.trim() === '', t('problemTitle'))}
        maxLength={120}
        value={title}
        onChange={setTitle}
      />
      {set === null && (
        <TextField
          label={t('fieldShort')}
          help={t('fieldShortHelp')}
          problem={isTaken ? refusal : wrong(!isSetId(short), t('problemShort'))}
          isId
          maxLength={64}
          value={short}
          onChange={(next) => {
            setShort(next.trim());
            order.clear();
          }}
        />
      )}
      <TextField
        label={t('fieldDescription')}
        help={t('fieldDescriptionHelp')}
        rows={3}
        maxLength={2000}
        value={description}
        onChange={setDescription}
      />
      <div className="dk-grid-2">
        <TextField
          label={t('fieldBasis')}
          help={t('fieldBasisHelp')}
          problem={wrong(basis === '', t('problemBasis'))}
          type="date"
          value={basis}
          onChange={setBasis}
        />
        <TextField
          label={t('fieldLicence')}
          help={t('fieldLicenceHelp')}
          problem={wrong(licence.trim() === '', t('problemLicence'))}
          maxLength={64}
          value={licence}
          onChange={setLicence}
        />
      </div>
    </DialogForm>
  );
}
