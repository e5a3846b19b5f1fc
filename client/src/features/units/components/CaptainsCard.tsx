import { Modal } from 'antd';
import { useCallback, useState } from 'react';
import type { Account } from '@anquanli/contract/identity';
import { unitRoutes } from '@anquanli/contract/units';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useLoaded, useOrder } from '../../../lib/use-call';
import { Card } from '../../../ui/desk/Card';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { DialogForm } from '../../../ui/desk/DialogForm';
import { LineAction } from '../../../ui/desk/LineAction';
import { TextField } from '../../../ui/desk/TextField';
import { words } from '../words';

/** Accounts bound to this unit and to those below. */
export function CaptainsCard({ unitId }: { unitId: string }) {
  const t = useWords(words);
  const load = useCallback(() => call(unitRoutes.captains, { params: { unitId } }), [unitId]);
  const { value, reload } = useLoaded(load);
  const order = useOrder();
  const [isAdding, setAdding] = useState(false);

  async function setDisabled({ id }: Account, isDisabled: boolean) {
    const input = { params: { unitId, accountId: id }, body: { isDisabled } };
    if ((await order.give(() => call(unitRoutes.updateCaptain, input))) !== null) reload();
  }

  return (
    <Card title={t('captains')} note={t('captainsHelp')}>
      {value?.captains.length === 0 && <p className="dk-quiet">{t('noCaptains')}</p>}
      <ul className="un-codes">
        {value?.captains.map((captain) => (
          <li key={captain.id}>
            <b>{captain.name}</b>
            <small>{captain.isDisabled && t('disabled')}</small>
            <LineAction about={captain.name} onClick={() => void setDisabled(captain, !captain.isDisabled)}>
              {t(captain.isDisabled ? 'enable' : 'disable')}
            </LineAction>
          </li>
        ))}
      </ul>
      <div className="un-deeds">
        <DeskButton icon="plus" onClick={() => setAdding(true)}>
          {t('addCaptain')}
        </DeskButton>
      </div>
      <Modal open={isAdding} title={t('addCaptain')} footer={null} destroyOnHidden onCancel={() => setAdding(false)}>
        <CaptainForm
          unitId={unitId}
          onClose={() => setAdding(false)}
          onDone={() => {
            setAdding(false);
            reload();
          }}
        />
      </Modal>
    </Card>
  );
}

function CaptainForm({ unitId, onClose, onDone }: { unitId: string; onClose(): void; onDone(): void }) {
  const t = useWords(words);
  const order = useOrder();
  const problem = useErrorText(order.failure);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  async function submit() {
    const input = { params: { unitId }, body: { name: name.trim(), password } };
    if ((await order.give(() => call(unitRoutes.createCaptain, input))) !== null) onDone();
  }
  return (
    <DialogForm
      problem={problem}
      cancel={t('cancel')}
      button={t('addCaptain')}
      isBusy={order.isBusy}
      isDisabled={name.trim().length < 2 || password.length < 8}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <TextField label={t('captainName')} value={name} maxLength={40} isId onChange={setName} />
      <TextField label={t('captainPassword')} value={password} maxLength={200} isId onChange={setPassword} />
    </DialogForm>
  );
}
