import { App as AntApp, Modal } from 'antd';
import { useState } from 'react';
import { bankRoutes, type RegisteredSource } from '@anquanli/contract/bank';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { DialogForm } from '../../../ui/desk/DialogForm';
import { isSlug, sourceDraftOf, sourceOf } from '../model/source-draft';
import { common } from '../words-common';
import { registryWords } from '../words-registry';
import { SourceFields } from './SourceFields';

interface SourceDialogProps {
  editing: RegisteredSource | 'new' | null;
  knownIds: readonly string[];
  onClose(): void;
  onDone(source: RegisteredSource): void;
}

export function SourceDialog({ editing, ...props }: SourceDialogProps) {
  const t = useWords(registryWords);
  return (
    <Modal
      open={editing !== null}
      onCancel={props.onClose}
      title={t(editing === 'new' ? 'newTitle' : 'editTitle')}
      footer={null}
      width={640}
      destroyOnHidden
    >
      {editing !== null && <SourceForm editing={editing} {...props} />}
    </Modal>
  );
}

function SourceForm({ editing, knownIds, onClose, onDone }: SourceDialogProps & { editing: RegisteredSource | 'new' }) {
  const t = useWords(registryWords);
  const c = useWords(common);
  const { message } = AntApp.useApp();
  const isNew = editing === 'new';
  const [draft, setDraft] = useState(() => sourceDraftOf(isNew ? null : editing.source));
  const [isChecked, setChecked] = useState(false);
  const order = useOrder();
  const refusal = useErrorText(order.failure);
  const problems = {
    id: isNew && !isSlug(draft.id) ? t('problemId') : isNew && knownIds.includes(draft.id) ? t('problemIdTaken') : null,
    title: draft.title.trim() === '' ? t('problemTitle') : null,
    effectiveTo:
      draft.effectiveFrom !== '' && draft.effectiveTo !== '' && draft.effectiveTo < draft.effectiveFrom
        ? t('problemDates')
        : null,
  };

  async function submit() {
    setChecked(true);
    if (Object.values(problems).some((problem) => problem !== null)) return;
    const source = sourceOf(draft);
    const stored = await order.give(() =>
      call(bankRoutes.putSource, { params: { sourceId: source.id }, body: { source } }),
    );
    if (stored === null) return;
    void message.success(t('saved', { title: source.title }));
    onDone(stored);
  }

  return (
    <DialogForm
      problem={refusal}
      cancel={c('cancel')}
      button={c('save')}
      isBusy={order.isBusy}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <SourceFields
        draft={draft}
        isNew={isNew}
        problem={(field) => (isChecked ? problems[field] : null)}
        onChange={setDraft}
      />
    </DialogForm>
  );
}
