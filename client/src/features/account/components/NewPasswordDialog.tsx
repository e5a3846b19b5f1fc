import { Modal } from 'antd';
import { useState } from 'react';
import { identityRoutes, type Account } from '@anquanli/contract/identity';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { DialogForm } from '../../../ui/desk/DialogForm';
import { missingCharacters } from '../model/password';
import { words } from '../words';
import { PasswordField } from './PasswordField';

interface NewPasswordDialogProps {
  /** Whose password; null keeps the dialog closed. */
  account: Account | null;
  onClose(): void;
  onDone(account: Account): void;
}

export function NewPasswordDialog({ account, onClose, onDone }: NewPasswordDialogProps) {
  const t = useWords(words);
  return (
    <Modal
      open={account !== null}
      onCancel={onClose}
      title={t('setPasswordTitle', { name: account?.name ?? '' })}
      footer={null}
      destroyOnHidden
    >
      {account !== null && <NewPasswordForm account={account} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

function NewPasswordForm({ account, onClose, onDone }: NewPasswordDialogProps & { account: Account }) {
  const t = useWords(words);
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const order = useOrder();
  const problem = useErrorText(order.failure);

  async function submit() {
    setChecked(true);
    if (missingCharacters(password) > 0) return;
    const params = { accountId: account.id };
    const next = await order.give(() => call(identityRoutes.updateAccount, { params, body: { password } }));
    if (next !== null) onDone(next);
  }

  return (
    <DialogForm
      problem={problem}
      cancel={t('cancel')}
      button={t('setPassword')}
      isBusy={order.isBusy}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="dk-lead">{t('setPasswordText')}</p>
      <PasswordField
        isNew
        label={t('newPassword')}
        value={password}
        onChange={setPassword}
        problem={isChecked && password === '' ? t('passwordMissing') : null}
      />
    </DialogForm>
  );
}
