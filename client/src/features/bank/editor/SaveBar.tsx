import { App as AntApp, Dropdown } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { BankStatus, DeskQuestion } from '@anquanli/contract/bank';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Icon } from '../../../ui/Icon';
import { movesFrom } from '../model/status-moves';
import { common } from '../words-common';
import { editorWords } from '../words-editor';
import { ReasonDialog } from './ReasonDialog';
import type { QuestionEditor } from './use-question-editor';

interface SaveBarProps {
  setId: string;
  desk: DeskQuestion | null;
  editor: QuestionEditor;
}

/** At the lower edge of the editor: is it stored, where can it go, and the one orange button. */
export function SaveBar({ setId, desk, editor }: SaveBarProps) {
  const t = useWords(editorWords);
  const c = useWords(common);
  const { message } = AntApp.useApp();
  const [, goTo] = useLocation();
  const [isDeprecating, setDeprecating] = useState(false);
  const refusal = useErrorText(editor.order.failure);
  const { isDirty, isChecked, problems, order } = editor;
  const mistakes = isChecked ? problems.length : 0;
  const isOpen = isDirty || desk === null;

  function showMistake() {
    setTimeout(() =>
      document.querySelector('.bk-editor [aria-invalid="true"], .bk-editor .dk-wrong')?.scrollIntoView({
        block: 'center',
      }),
    );
  }

  async function save() {
    const stored = await editor.save();
    if (stored === null) return showMistake();
    void message.success(t('saved'));
    if (desk === null) goTo(`/bank/${setId}/questions/${stored.question.id}`, { replace: true });
  }

  async function move(to: BankStatus) {
    if (to === 'deprecated') return setDeprecating(true);
    const moved = await editor.move({ to });
    if (moved === null) return showMistake();
    void message.success(t('moved', { status: c(`status_${moved.question.status}`) }));
    if (desk === null) goTo(`/bank/${setId}/questions/${moved.question.id}`, { replace: true });
  }
  useSaveKey(() => void save());

  const { next, others } = movesFrom(desk?.question.status ?? 'draft', (desk?.released ?? null) !== null);
  return (
    <div className="bk-savebar">
      <p className={`dk-st ${mistakes > 0 ? 'bad' : isOpen ? 'warn' : 'idle'}`} role="status">
        <Icon name={mistakes > 0 ? 'warning' : isOpen ? 'pencil' : 'tick'} />
        {mistakes > 0
          ? t('toMend', { count: mistakes })
          : t(desk === null ? 'notStored' : isDirty ? 'unsaved' : 'allSaved')}
      </p>
      {desk !== null && !isDirty && (
        <Link className="dk-link" href={`/bank/${setId}/questions/new?category=${desk.question.category}`}>
          {t('next')}
        </Link>
      )}
      {desk !== null && others.length > 0 && (
        <Dropdown
          trigger={['click']}
          placement="topRight"
          menu={{ items: others.map((to) => ({ key: to, label: t(`move_${to}`), onClick: () => void move(to) })) }}
        >
          <DeskButton isBusy={order.isBusy}>{t('statusActions')}</DeskButton>
        </Dropdown>
      )}
      {next !== null && (
        <DeskButton isBusy={order.isBusy} onClick={() => void move(next)}>
          {t(`move_${next}`)}
        </DeskButton>
      )}
      <DeskButton look="primary" isBusy={order.isBusy} disabled={!isOpen} onClick={() => void save()}>
        {t(desk === null ? 'saveDraft' : 'save')}
      </DeskButton>
      <ReasonDialog
        isOpen={isDeprecating}
        title={t('deprecateTitle')}
        text={t('deprecateText')}
        label={t('deprecateReason')}
        button={t('deprecateButton')}
        isBusy={order.isBusy}
        problem={refusal}
        onClose={() => setDeprecating(false)}
        onGiven={(reason, note) => {
          const told = note.trim() === '' ? {} : { note: note.trim() };
          void editor.move({ to: 'deprecated', reason, ...told }).then((done) => done && setDeprecating(false));
        }}
      />
      <ReasonDialog
        isOpen={editor.needsSuccessor}
        title={t('successorTitle')}
        text={t('successorText')}
        label={t('successorReason')}
        button={t('successorButton')}
        isBusy={order.isBusy}
        problem={order.failure?.code === 'key_changed' ? '' : refusal}
        onClose={editor.closeSuccessor}
        onGiven={(reason, note) => {
          void editor.succeed(reason, note).then((made) => {
            if (made === null) return;
            void message.success(t('successorDone'));
            goTo(`/bank/${setId}/questions/${made.question.id}`);
          });
        }}
      />
    </div>
  );
}

/** Ctrl+S or ⌘S stores, as in every editor. */
function useSaveKey(save: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
        event.preventDefault();
        save();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
