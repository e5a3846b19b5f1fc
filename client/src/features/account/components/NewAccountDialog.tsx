import { Modal } from 'antd';
import { useState } from 'react';
import { identityRoutes, type Account } from '@anquanli/contract/identity';
import type { Role } from '@anquanli/contract/vocabulary';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { Choices } from '../../../ui/desk/Choices';
import { DialogForm } from '../../../ui/desk/DialogForm';
import { nameProblem } from '../model/account-name';
import { missingCharacters } from '../model/password';
import { words } from '../words';
import { NameField } from './NameField';
import { PasswordField } from './PasswordField';

interface NewAccountDialogProps {
  isOpen: boolean;
  onClose(): void;
  onAdded(account: Account): void;
}

export function NewAccountDialog({ isOpen, onClose, onAdded }: NewAccountDialogProps) {
  const t = useWords(words);
  return (
    <Modal open={isOpen} onCancel={onClose} title={t('addTitle')} footer={null} destroyOnHidden>
      <NewAccountForm onClose={onClose} onAdded={onAdded} />
    </Modal>
  );
}

function NewAccountForm({ onClose, onAdded }: Omit<NewAccountDialogProps, 'isOpen'>) {
  const t = useWords(words);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Exclude<Role, 'captain'>>('organiser');
  const [isChecked, setChecked] = useState(false);
  const order = useOrder();
  const problem = useErrorText(order.failure);
  const isNameTaken = order.failure?.code === 'account_name_taken';

  async function submit() {
    setChecked(true);
    if (nameProblem(name) !== null || missingCharacters(password) > 0) return;
    const body = { name: name.trim(), password, role };
    const account = await order.give(() => call(identityRoutes.createAccount, { body }));
    if (account !== null) onAdded(account);
  }

  return (
    <DialogForm
      problem={isNameTaken ? '' : problem}
      cancel={t('cancel')}
      button={t('addButton')}
      isBusy={order.isBusy}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <NameField
        isNew
        value={name}
        onChange={(next) => {
          setName(next);
          order.clear();
        }}
        isChecked={isChecked}
        problem={isNameTaken ? problem : null}
      />
      <PasswordField
        isNew
        label={t('password')}
        value={password}
        onChange={setPassword}
        problem={isChecked && password === '' ? t('passwordMissing') : null}
      />
      <Choices<Exclude<Role, 'captain'>>
        label={t('roleLabel')}
        value={role}
        onChange={setRole}
        items={(['organiser', 'admin'] as const).map((value) => ({
          value,
          label: t(`role_${value}`),
          help: t(`roleHelp_${value}`),
        }))}
      />
    </DialogForm>
  );
}
