import { useState, type SubmitEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { identityRoutes, type Me } from '@anquanli/contract/identity';
import { call, type Failure } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { useErrorText } from '../../lib/error-words';
import { useWords } from '../../lib/i18n';
import { useOrder } from '../../lib/use-call';
import { deskButton, DeskButton } from '../../ui/desk/DeskButton';
import { Note } from '../../ui/Note';
import { Gate } from './components/Gate';
import { NameField } from './components/NameField';
import { PasswordField } from './components/PasswordField';
import { nameProblem, tokenFrom } from './model/account-name';
import { missingCharacters } from './model/password';
import { words } from './words';

/** The first admin, with the one-time link that the server prints when it starts. */
export default function SetupPage({ onSignedIn }: { onSignedIn(me: Me): void }) {
  const t = useWords(words);
  const [, goTo] = useLocation();
  const [token] = useState(() => tokenFrom(window.location.hash));
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const order = useOrder();
  useDocumentTitle(t('setupTitle'));
  if (token === null) return <DeadEnd title={t('setupNoToken')} help={t('setupNoTokenHelp')} />;
  if (order.failure?.code === 'setup_closed') {
    return <DeadEnd title={t('setupClosed')} help={t('setupClosedHelp')} isSetUp />;
  }

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    if (token === null || nameProblem(name) !== null || missingCharacters(password) > 0) return;
    const body = { token, name: name.trim(), password };
    const me = await order.give(() => call(identityRoutes.setup, { body }));
    if (me === null) return;
    onSignedIn(me);
    goTo('/rounds', { replace: true });
  }

  return (
    <Gate title={t('setupTitle')} help={t('setupHelp')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <NameField isNew value={name} onChange={setName} isChecked={isChecked} />
        <PasswordField
          isNew
          label={t('password')}
          value={password}
          onChange={setPassword}
          problem={isChecked && password === '' ? t('passwordMissing') : null}
        />
        <SetupFailure failure={order.failure} />
        <DeskButton type="submit" look="primary" className="dk-wide" isBusy={order.isBusy}>
          {t('setupButton')}
        </DeskButton>
      </form>
    </Gate>
  );
}

function SetupFailure({ failure }: { failure: Failure | null }) {
  const t = useWords(words);
  const text = useErrorText(failure);
  if (failure === null) return null;
  if (failure.code === 'setup_link_invalid') {
    return (
      <Note tone="no" title={t('setupInvalid')}>
        {t('setupInvalidHelp')}
      </Note>
    );
  }
  return <Note tone="no" title={text} />;
}

function DeadEnd({ title, help, isSetUp = false }: { title: string; help: string; isSetUp?: boolean }) {
  const t = useWords(words);
  return (
    <Gate title={title} help={help}>
      <Link href="/sign-in" className={`${deskButton(isSetUp ? 'primary' : 'plain')} dk-wide`}>
        {t('toSignIn')}
      </Link>
    </Gate>
  );
}
