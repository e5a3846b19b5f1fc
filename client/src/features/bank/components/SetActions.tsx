import { App as AntApp, Dropdown } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { BankSet } from '@anquanli/contract/bank';
import { bankReleaseRoutes } from '@anquanli/contract/bank-releases';
import type { Outcome } from '../../../lib/api-client';
import { errorText, errorWords } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { deskButton, DeskButton } from '../../../ui/desk/DeskButton';
import { Icon } from '../../../ui/Icon';
import { downloadFile } from '../../../lib/download-file';
import { common } from '../words-common';
import { questionsWords } from '../words-questions';
import { setsWords } from '../words-sets';
import { SetDialog } from './SetDialog';

interface SetActionsProps {
  set: BankSet;
  isAdmin: boolean;
  onChanged(set: BankSet): void;
}

/** What can be done with a set as a whole. */
export function SetActions({ set, isAdmin, onChanged }: SetActionsProps) {
  const t = useWords(questionsWords);
  const c = useWords(common);
  const s = useWords(setsWords);
  const e = useWords(errorWords);
  const { message } = AntApp.useApp();
  const order = useOrder();
  const [isDescribing, setDescribing] = useState(false);
  const params = { setId: set.setId };

  async function download(fetchFile: () => Promise<Outcome<true>>) {
    await order.give(async () => {
      const outcome = await fetchFile();
      if (outcome.ok) void message.success(t('exported'));
      else void message.error(errorText(e, outcome));
      return outcome;
    });
  }
  const exported = (format: 'xlsx' | 'json') => () =>
    void download(() =>
      downloadFile(bankReleaseRoutes.exportSet, { params, query: { format } }, `${set.setId}.${format}`),
    );

  const items = [
    { key: 'xlsx', label: t('exportXlsx'), onClick: exported('xlsx') },
    { key: 'json', label: t('exportJson'), onClick: exported('json') },
    {
      key: 'template',
      label: t('template'),
      onClick: () => void download(() => downloadFile(bankReleaseRoutes.template, {}, 'question-template.xlsx')),
    },
    ...(isAdmin
      ? [{ type: 'divider' as const }, { key: 'describe', label: t('describe'), onClick: () => setDescribing(true) }]
      : []),
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <DeskButton isBusy={order.isBusy}>{isAdmin ? c('more') : t('export')}</DeskButton>
      </Dropdown>
      {isAdmin && (
        <>
          <Link href={`/bank/import?set=${set.setId}`} className={deskButton()}>
            {t('import')}
          </Link>
          <Link href={`/bank/${set.setId}/questions/new`} className={deskButton('primary')}>
            <Icon name="plus" />
            {t('newQuestion')}
          </Link>
          <SetDialog
            isOpen={isDescribing}
            set={set}
            onClose={() => setDescribing(false)}
            onDone={(changed) => {
              setDescribing(false);
              void message.success(s('editDone'));
              onChanged(changed);
            }}
          />
        </>
      )}
    </>
  );
}
