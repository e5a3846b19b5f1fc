import { App as AntApp, Modal } from 'antd';
import { useState } from 'react';
import { bankRoutes } from '@anquanli/contract/bank';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { Card } from '../../../ui/desk/Card';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { DialogForm } from '../../../ui/desk/DialogForm';
import { TextField } from '../../../ui/desk/TextField';
import { LineAction } from '../../../ui/desk/LineAction';
import { isSlug } from '../model/source-draft';
import { common } from '../words-common';
import { registryWords } from '../words-registry';

interface Category {
  readonly id: string;
  readonly title: string;
}

interface CategoryCardProps {
  categories: readonly Category[];
  isAdmin: boolean;
  onChanged(category: Category): void;
}

export function CategoryCard({ categories, isAdmin, onChanged }: CategoryCardProps) {
  const t = useWords(registryWords);
  /** `id` '' is a new one. */
  const [editing, setEditing] = useState<Category | null>(null);
  const isNew = editing?.id === '';
  return (
    <Card title={t('categories')} className="bk-categories">
      <ul>
        {categories.map((category) => (
          <li key={category.id}>
            <span>
              {category.title} <code>{category.id}</code>
            </span>
            {isAdmin && (
              <LineAction about={category.title} onClick={() => setEditing(category)}>
                {t('edit')}
              </LineAction>
            )}
          </li>
        ))}
      </ul>
      {isAdmin && (
        <DeskButton icon="plus" onClick={() => setEditing({ id: '', title: '' })}>
          {t('addCategory')}
        </DeskButton>
      )}
      <Modal
        open={editing !== null}
        onCancel={() => setEditing(null)}
        title={t(isNew ? 'categoryNewTitle' : 'categoryEditTitle')}
        footer={null}
        destroyOnHidden
      >
        {editing !== null && (
          <CategoryForm
            category={editing}
            knownIds={categories.map(({ id }) => id)}
            onClose={() => setEditing(null)}
            onDone={(changed) => {
              setEditing(null);
              onChanged(changed);
            }}
          />
        )}
      </Modal>
    </Card>
  );
}

interface CategoryFormProps {
  category: Category;
  knownIds: readonly string[];
  onClose(): void;
  onDone(category: Category): void;
}

function CategoryForm({ category, knownIds, onClose, onDone }: CategoryFormProps) {
  const t = useWords(registryWords);
  const c = useWords(common);
  const { message } = AntApp.useApp();
  const isNew = category.id === '';
  const [title, setTitle] = useState(category.title);
  const [id, setId] = useState(category.id);
  const [isChecked, setChecked] = useState(false);
  const order = useOrder();
  const refusal = useErrorText(order.failure);
  const idProblem = isNew && !isSlug(id) ? t('problemId') : isNew && knownIds.includes(id) ? t('problemIdTaken') : null;

  async function submit() {
    setChecked(true);
    if (idProblem !== null || title.trim() === '') return;
    const stored = await order.give(() =>
      call(bankRoutes.putCategory, { params: { categoryId: id }, body: { title: title.trim() } }),
    );
    if (stored === null) return;
    void message.success(t('saved', { title: stored.title }));
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
      <TextField
        label={t('categoryName')}
        problem={isChecked && title.trim() === '' ? t('problemTitle') : null}
        maxLength={120}
        value={title}
        onChange={setTitle}
      />
      {isNew && (
        <TextField
          label={t('categoryId')}
          help={t('categoryIdHelp')}
          problem={isChecked ? idProblem : null}
          maxLength={64}
          value={id}
          onChange={(next) => setId(next.trim())}
        />
      )}
    </DialogForm>
  );
}
