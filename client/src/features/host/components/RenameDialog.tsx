import { Modal } from 'antd';
import { useState } from 'react';
import type { PersonRow } from '@anquanli/contract/live-host';
import { useWords } from '../../../lib/i18n';
import { DialogForm } from '../../../ui/desk/DialogForm';
import { Field } from '../../../ui/desk/Field';
import { peopleWords } from '../words-people';

interface RenameDialogProps {
  person: PersonRow;
  onSend(name: string): Promise<boolean>;
  onClose(): void;
}

export function RenameDialog({ person, onSend, onClose }: RenameDialogProps) {
  const t = useWords(peopleWords);
  const [name, setName] = useState(person.name);
  const [isBusy, setBusy] = useState(false);

  async function submit() {
    setBusy(true);
    const isDone = await onSend(name.trim());
    setBusy(false);
    if (isDone) onClose();
  }

  return (
    <Modal open onCancel={onClose} title={t('renameTitle', { name: person.name })} footer={null}>
      <DialogForm
        cancel={t('cancel')}
        button={t('renameButton')}
        isBusy={isBusy}
        isDisabled={name.trim() === ''}
        onClose={onClose}
        onSubmit={() => void submit()}
      >
        <Field label={t('renameLabel')} help={t('renameHelp')}>
          {(ids) => (
            <input
              {...ids}
              className="dk-input"
              value={name}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </DialogForm>
    </Modal>
  );
}
