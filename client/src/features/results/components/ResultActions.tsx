import { App as AntApp, Dropdown } from 'antd';
import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { roundRoutes, type RoundDetail } from '@anquanli/contract/rounds';
import { call } from '../../../lib/api-client';
import { downloadFile } from '../../../lib/download-file';
import { errorText, errorWords } from '../../../lib/error-words';
import { useLanguage, useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { deskButton, DeskButton } from '../../../ui/desk/DeskButton';
import { fileNameFor } from '../model/question-results';
import { words } from '../words';

/** Take the figures along, run again, delete. */
export function ResultActions({ round, isOver }: { round: RoundDetail; isOver: boolean }) {
  const t = useWords(words);
  const error = useWords(errorWords);
  const [language] = useLanguage();
  const [, goTo] = useLocation();
  const { message, modal } = AntApp.useApp();
  const file = useOrder();
  const deed = useOrder();
  const failure = file.failure ?? deed.failure;
  const params = { roundId: round.id };

  useEffect(() => {
    if (failure !== null) void message.error(errorText(error, failure));
  }, [failure, message, error]);

  async function exportFile() {
    const done = await file.give(() =>
      downloadFile(roundRoutes.export, { params, query: { language } }, fileNameFor(round.title)),
    );
    if (done !== null) void message.success(t('exportDone'));
  }

  async function again() {
    const next = await deed.give(() => call(roundRoutes.again, { params }));
    if (next !== null) goTo(`/rounds/${next.id}/run`);
  }

  async function remove() {
    const done = await deed.give(() => call(roundRoutes.remove, { params }));
    if (done === null) return;
    void message.success(t('removed', { title: round.title }));
    goTo('/rounds');
  }

  function askToRemove() {
    void modal.confirm({
      title: t('removeTitle', { title: round.title }),
      content: `${t('removePeople', { count: round.people })} ${t('removeNoWay')}`,
      icon: null,
      okText: t('remove'),
      okButtonProps: { danger: true, type: 'default' },
      cancelText: t('cancel'),
      autoFocusButton: 'cancel',
      onOk: remove,
    });
  }

  const items = [
    { key: 'again', label: t('again'), onClick: () => void again() },
    { type: 'divider' as const },
    { key: 'remove', label: t('remove'), danger: true, onClick: askToRemove },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <DeskButton isBusy={deed.isBusy}>{t('moreShort')}</DeskButton>
      </Dropdown>
      {!isOver && (
        <Link href={`/rounds/${round.id}/run`} className={deskButton()}>
          {t('toConsole')}
        </Link>
      )}
      <DeskButton look="primary" icon="download" isBusy={file.isBusy} onClick={() => void exportFile()}>
        {t(file.isBusy ? 'exporting' : 'export')}
      </DeskButton>
    </>
  );
}
