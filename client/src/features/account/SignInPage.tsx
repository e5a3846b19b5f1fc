import { useState, type SubmitEvent } from 'react';
import { Link, Redirect, useSearch } from 'wouter';
import { identityRoutes, type Me } from '@anquanli/contract/identity';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { useErrorText } from '../../lib/error-words';
import { useWords } from '../../lib/i18n';
import { useOrder } from '../../lib/use-call';
import { DeskButton } from '../../ui/desk/DeskButton';
import { Note } from '../../ui/Note';
import { Gate } from './components/Gate';
import { NameField } from './components/NameField';
import { PasswordField } from './components/PasswordField';
import { nextFrom } from './model/next-page';
import { words } from './words';

interface SignInPageProps {
  me: Me | null;
  onSignedIn(me: Me): void;
}

export default function SignInPage({ me, onSignedIn }: SignInPageProps) {
  const t = useWords(words);
  const next = nextFrom(useSearch());
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const order = useOrder();
  const problem = useErrorText(order.failure);
  useDocumentTitle(t('signInTitle'));
  if (me !== null && me.account !== null) return <Redirect to={next} replace />;

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    if (name.trim().length < 2 || password === '') return;
    const signedIn = await order.give(() => call(identityRoutes.signIn, { body: { name: name.trim(), password } }));
    if (signedIn !== null) onSignedIn(signedIn);
  }

  return (
    <Gate title={t('signInTitle')} help={t('signInHelp')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <NameField value={name} onChange={setName} isChecked={isChecked} />
        <PasswordField
          label={t('password')}
          value={password}
          onChange={setPassword}
          problem={isChecked && password === '' ? t('passwordMissing') : null}
        />
        {problem !== '' && <Note tone="no" title={problem} />}
        <DeskButton type="submit" look="primary" className="dk-wide" isBusy={order.isBusy}>
          {t('signInButton')}
        </DeskButton>
      </form>
      <Link href="/" className="dk-link dk-below">
        {t('toJoin')}
      </Link>
    </Gate>
  );
}
