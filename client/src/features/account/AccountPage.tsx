import { App as AntApp } from 'antd';
import { useState, type SubmitEvent } from 'react';
import { identityRoutes, type Account, type Me } from '@anquanli/contract/identity';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { useErrorText } from '../../lib/error-words';
import { useWords } from '../../lib/i18n';
import { useOrder } from '../../lib/use-call';
import { Card } from '../../ui/desk/Card';
import { DeskButton } from '../../ui/desk/DeskButton';
import { PageHead } from '../../ui/desk/PageHead';
import { Note } from '../../ui/Note';
import { PasswordField } from './components/PasswordField';
import { missingCharacters } from './model/password';
import { words } from './words';

const NOBODY: Me = { account: null, remoteRoundId: null };

export default function AccountPage({ account, onSignedOut }: { account: Account; onSignedOut(me: Me): void }) {
  const t = useWords(words);
  useDocumentTitle(t('accountTitle'));
  return (
    <>
      <PageHead title={t('accountTitle')} help={`${t('signedInAs')}: ${account.name} · ${t(`role_${account.role}`)}`} />
      <div className="dk-columns">
        <Card title={t('changePassword')} note={t('changePasswordHelp')}>
          <PasswordForm name={account.name} />
        </Card>
        <Card title={t('sessions')}>
          <SignOut onSignedOut={() => onSignedOut(NOBODY)} />
        </Card>
      </div>
    </>
  );
}

function PasswordForm({ name }: { name: string }) {
  const t = useWords(words);
  const { message } = AntApp.useApp();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isChecked, setChecked] = useState(false);
  const order = useOrder();
  const problem = useErrorText(order.failure);
  const isWrong = order.failure?.code === 'wrong_password';

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    if (current === '' || missingCharacters(next) > 0) return;
    const done = await order.give(() => call(identityRoutes.changePassword, { body: { current, next } }));
    if (done === null) return;
    setCurrent('');
    setNext('');
    setChecked(false);
    void message.success(t('changed'));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {/* Password managers need the name to know which password they keep. */}
      <input
        className="vh"
        type="text"
        value={name}
        readOnly
        autoComplete="username"
        aria-hidden="true"
        tabIndex={-1}
      />
      <PasswordField
        label={t('currentPassword')}
        value={current}
        onChange={setCurrent}
        problem={isWrong ? problem : isChecked && current === '' ? t('passwordMissing') : null}
      />
      <PasswordField
        isNew
        label={t('newPassword')}
        value={next}
        onChange={setNext}
        problem={isChecked && next === '' ? t('passwordMissing') : null}
      />
      {problem !== '' && !isWrong && <Note tone="no" title={problem} />}
      <DeskButton type="submit" look="primary" isBusy={order.isBusy}>
        {t('changeButton')}
      </DeskButton>
    </form>
  );
}

function SignOut({ onSignedOut }: { onSignedOut(): void }) {
  const t = useWords(words);
  const { modal } = AntApp.useApp();
  const order = useOrder();
  const problem = useErrorText(order.failure);

  async function signOut(isEverywhere: boolean) {
    const route = isEverywhere ? identityRoutes.signOutEverywhere : identityRoutes.signOut;
    if ((await order.give(() => call(route))) !== null) onSignedOut();
  }

  function confirmEverywhere() {
    void modal.confirm({
      title: t('signOutEverywhere'),
      content: t('signOutEverywhereConfirm'),
      icon: null,
      okText: t('signOutEverywhere'),
      cancelText: t('cancel'),
      onOk: () => signOut(true),
    });
  }

  return (
    <ul className="dk-deeds">
      <li>
        <div>
          <b>{t('signOut')}</b>
          <span>{t('signOutHelp')}</span>
        </div>
        <DeskButton isBusy={order.isBusy} onClick={() => void signOut(false)}>
          {t('signOut')}
        </DeskButton>
      </li>
      <li>
        <div>
          <b>{t('signOutEverywhere')}</b>
          <span>{t('signOutEverywhereHelp')}</span>
        </div>
        <DeskButton isBusy={order.isBusy} onClick={confirmEverywhere}>
          {t('signOutEverywhere')}
        </DeskButton>
      </li>
      {problem !== '' && (
        <li>
          <Note tone="no" title={problem} />
        </li>
      )}
    </ul>
  );
}
