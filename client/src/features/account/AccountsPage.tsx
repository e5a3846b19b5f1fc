import { App as AntApp } from 'antd';
import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { identityRoutes, type Account } from '@anquanli/contract/identity';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { errorText, errorWords, useErrorText } from '../../lib/error-words';
import { useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { Card } from '../../ui/desk/Card';
import { deskButton, DeskButton } from '../../ui/desk/DeskButton';
import { PageHead } from '../../ui/desk/PageHead';
import { StateCard } from '../../ui/StateCard';
import { AccountTable } from './components/AccountTable';
import { NewAccountDialog } from './components/NewAccountDialog';
import { NewPasswordDialog } from './components/NewPasswordDialog';
import { words } from './words';

/** Admins list, create, disable and enable accounts and set new passwords. */
export default function AccountsPage({ me }: { me: Account }) {
  const t = useWords(words);
  const error = useWords(errorWords);
  const { message, modal } = AntApp.useApp();
  const { value, failure, reload, change } = useLoaded(useCallback(() => call(identityRoutes.listAccounts), []));
  const [isAdding, setAdding] = useState(false);
  const [renewing, setRenewing] = useState<Account | null>(null);
  useDocumentTitle(t('accountsTitle'));
  if (me.role !== 'admin') return <NotForYou />;

  const put = (account: Account) =>
    change(({ accounts }) => {
      const isKnown = accounts.some((each) => each.id === account.id);
      return {
        accounts: isKnown ? accounts.map((each) => (each.id === account.id ? account : each)) : [...accounts, account],
      };
    });

  async function setDisabled(account: Account, isDisabled: boolean) {
    const outcome = await call(identityRoutes.updateAccount, {
      params: { accountId: account.id },
      body: { isDisabled },
    });
    if (!outcome.ok) {
      void message.error(errorText(error, outcome));
      return;
    }
    put(outcome.value);
    void message.success(t(isDisabled ? 'wasDisabled' : 'wasEnabled', { name: account.name }));
  }

  function askToDisable(account: Account) {
    void modal.confirm({
      title: t('disableTitle', { name: account.name }),
      content: t('disableText'),
      icon: null,
      okText: t('disable'),
      cancelText: t('cancel'),
      onOk: () => setDisabled(account, true),
    });
  }

  return (
    <>
      <PageHead
        title={t('accountsTitle')}
        help={t('accountsHelp')}
        actions={
          <DeskButton look="primary" icon="plus" onClick={() => setAdding(true)}>
            {t('addAccount')}
          </DeskButton>
        }
      />
      {value === null ? (
        <Reading failure={failure} onRetry={reload} />
      ) : (
        <Card>
          <AccountTable
            accounts={value.accounts}
            ownId={me.id}
            onDisable={askToDisable}
            onEnable={(account) => void setDisabled(account, false)}
            onNewPassword={setRenewing}
          />
        </Card>
      )}
      <NewAccountDialog
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        onAdded={(account) => {
          setAdding(false);
          put(account);
          void message.success(t('added', { name: account.name }));
        }}
      />
      <NewPasswordDialog
        account={renewing}
        onClose={() => setRenewing(null)}
        onDone={(account) => {
          setRenewing(null);
          put(account);
          void message.success(t('passwordSet', { name: account.name }));
        }}
      />
    </>
  );
}

function Reading({ failure, onRetry }: { failure: Parameters<typeof useErrorText>[0]; onRetry(): void }) {
  const t = useWords(words);
  const problem = useErrorText(failure);
  if (problem === '') return <StateCard isLoading title={t('loading')} />;
  return (
    <StateCard
      title={t('loadFailed')}
      help={problem}
      action={<DeskButton onClick={onRetry}>{t('retry')}</DeskButton>}
    />
  );
}

function NotForYou() {
  const t = useWords(words);
  return (
    <StateCard
      title={t('adminOnly')}
      help={t('adminOnlyHelp')}
      action={
        <Link href="/rounds" className={deskButton('primary')}>
          {t('toRounds')}
        </Link>
      }
    />
  );
}
