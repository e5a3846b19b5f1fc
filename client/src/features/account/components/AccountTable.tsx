import type { Account } from '@anquanli/contract/identity';
import { formatMoment } from '../../../lib/dates';
import { useLanguage, useWords } from '../../../lib/i18n';
import { LineAction } from '../../../ui/desk/LineAction';
import { Icon } from '../../../ui/Icon';
import { words } from '../words';

interface AccountTableProps {
  accounts: readonly Account[];
  ownId: string;
  onDisable(account: Account): void;
  onEnable(account: Account): void;
  onNewPassword(account: Account): void;
}

export function AccountTable({ accounts, ownId, ...deeds }: AccountTableProps) {
  const t = useWords(words);
  return (
    <table className="dk-table dk-stacked">
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('roleLabel')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('lastSignIn')}</th>
          <th scope="col">
            <span className="vh">{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <AccountLine key={account.id} account={account} isOwn={account.id === ownId} {...deeds} />
        ))}
      </tbody>
    </table>
  );
}

type LineProps = Omit<AccountTableProps, 'accounts' | 'ownId'> & { account: Account; isOwn: boolean };

function AccountLine({ account, isOwn, onDisable, onEnable, onNewPassword }: LineProps) {
  const t = useWords(words);
  const [language] = useLanguage();
  return (
    <tr>
      <td>
        <b>{account.name}</b> {isOwn && <span className="dk-tag">{t('you')}</span>}
      </td>
      <td>{t(`role_${account.role}`)}</td>
      <td>
        <span className={`dk-st ${account.isDisabled ? 'idle' : 'ok'}`}>
          <Icon name={account.isDisabled ? 'lock' : 'tick'} />
          {t(account.isDisabled ? 'disabled' : 'enabled')}
        </span>
      </td>
      <td className="muted">
        {account.lastSignInAt === null ? t('never') : formatMoment(account.lastSignInAt, language)}
      </td>
      <td className="dk-r">
        {!isOwn && (
          <span className="dk-line-actions">
            <LineAction about={account.name} onClick={() => onNewPassword(account)}>
              {t('setPassword')}
            </LineAction>
            <LineAction about={account.name} onClick={() => (account.isDisabled ? onEnable : onDisable)(account)}>
              {t(account.isDisabled ? 'enable' : 'disable')}
            </LineAction>
          </span>
        )}
      </td>
    </tr>
  );
}
