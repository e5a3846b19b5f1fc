import { App, Modal } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { contestDeskRoutes, type ContestDetail } from '@anquanli/contract/contest-desk';
import { call } from '../../../lib/api-client';
import { formatCalendarDay } from '../../../lib/dates';
import { useErrorText } from '../../../lib/error-words';
import { useLanguage, useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { DialogForm } from '../../../ui/desk/DialogForm';
import { words } from '../words';

interface DraftActionsProps {
  contest: ContestDetail;
  onPublished(next: ContestDetail): void;
}

/** What can be done with a draft: publish it, or throw it away. */
export function DraftActions({ contest, onPublished }: DraftActionsProps) {
  const t = useWords(words);
  const [asked, setAsked] = useState<'publish' | 'remove' | null>(null);
  return (
    <>
      <DeskButton onClick={() => setAsked('remove')}>{t('remove')}</DeskButton>
      <DeskButton look="primary" icon="send" onClick={() => setAsked('publish')}>
        {t('publish')}
      </DeskButton>
      <Modal
        open={asked !== null}
        title={asked === 'remove' ? t('removeTitle') : t('publishTitle', { title: contest.title })}
        footer={null}
        destroyOnHidden
        onCancel={() => setAsked(null)}
      >
        {asked !== null && <DraftForm {...{ contest, asked, onPublished }} onClose={() => setAsked(null)} />}
      </Modal>
    </>
  );
}

function DraftForm({
  contest,
  asked,
  onPublished,
  onClose,
}: DraftActionsProps & { asked: 'publish' | 'remove'; onClose(): void }) {
  const t = useWords(words);
  const [language] = useLanguage();
  const { message } = App.useApp();
  const [, navigate] = useLocation();
  const order = useOrder();
  const problem = useErrorText(order.failure);
  const params = { contestId: contest.id };

  async function submit() {
    if (asked === 'remove') {
      if ((await order.give(() => call(contestDeskRoutes.remove, { params }))) !== null) navigate('/desk/contests');
      return;
    }
    const { version } = contest;
    const next = await order.give(() => call(contestDeskRoutes.publish, { params, body: { version } }));
    if (next === null) return;
    void message.success(t('published'));
    onPublished(next);
    onClose();
  }

  return (
    <DialogForm
      problem={problem}
      cancel={t('cancel')}
      button={t(asked)}
      look={asked === 'remove' ? 'danger' : 'primary'}
      isBusy={order.isBusy}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="dk-lead">
        {asked === 'remove'
          ? t('removeHelp')
          : t('publishHelp', { day: formatCalendarDay(contest.firstDay, language) })}
      </p>
    </DialogForm>
  );
}
