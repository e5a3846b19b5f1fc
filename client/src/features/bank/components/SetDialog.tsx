import { Modal } from 'antd';
import { useState, type SubmitEvent } from 'react';
import { bankRoutes, type BankSet } from '@anquanli/contract/bank';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { isoDay } from '../../../lib/dates';
import { serverNow } from '../../../lib/server-clock';
import { useOrder } from '../../../lib/use-call';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Field } from '../../../ui/desk/Field';
import { Note } from '../../../ui/Note';
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

  async function submit(event: SubmitEvent) {
    event.preventDefault();
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
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Field label={t('fieldTitle')} help={t('fieldTitleHelp')} problem={wrong(title.trim() === '', t('problemTitle'))}>
        {(ids) => (
          <input
            {...ids}
            className="dk-input"
            maxLength={120}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      {set === null && (
        <Field
          label={t('fieldShort')}
          help={t('fieldShortHelp')}
          problem={isTaken ? refusal : wrong(!isSetId(short), t('problemShort'))}
        >
          {(ids) => (
            <input
              {...ids}
              className="dk-input"
              maxLength={64}
              autoCapitalize="none"
              spellCheck={false}
              value={short}
              onChange={(event) => {
                setShort(event.target.value.trim());
                order.clear();
              }}
            />
          )}
        </Field>
      )}
      <Field label={t('fieldDescription')} help={t('fieldDescriptionHelp')}>
        {(ids) => (
          <textarea
            {...ids}
            className="dk-input"
            rows={3}
            maxLength={2000}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        )}
      </Field>
      <div className="dk-grid-2">
        <Field label={t('fieldBasis')} help={t('fieldBasisHelp')} problem={wrong(basis === '', t('problemBasis'))}>
          {(ids) => (
            <input
              {...ids}
              type="date"
              className="dk-input"
              value={basis}
              onChange={(event) => setBasis(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={t('fieldLicence')}
          help={t('fieldLicenceHelp')}
          problem={wrong(licence.trim() === '', t('problemLicence'))}
        >
          {(ids) => (
            <input
              {...ids}
              className="dk-input"
              maxLength={64}
              value={licence}
              onChange={(event) => setLicence(event.target.value)}
            />
          )}
        </Field>
      </div>
      {refusal !== '' && !isTaken && <Note tone="no" title={refusal} />}
      <div className="dk-dialog-foot">
        <DeskButton onClick={onClose}>{c('cancel')}</DeskButton>
        <DeskButton type="submit" look="primary" isBusy={order.isBusy}>
          {set === null ? t('create') : c('save')}
        </DeskButton>
      </div>
    </form>
  );
}
