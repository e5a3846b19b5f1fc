import { Modal } from 'antd';
import { useState } from 'react';
import type { BulkChange } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { DialogForm } from '../../../ui/desk/DialogForm';
import { Field } from '../../../ui/desk/Field';
import { TextField } from '../../../ui/desk/TextField';
import { Note } from '../../../ui/Note';
import { tagsOf } from '../model/tags';
import { common } from '../words-common';
import { questionsWords } from '../words-questions';
import { SourcePicker } from './SourcePicker';
import type { Registry } from './use-registry';

interface BulkDialogProps {
  isOpen: boolean;
  count: number;
  registry: Registry;
  isBusy: boolean;
  problem: string;
  onClose(): void;
  onApply(change: BulkChange): void;
}

export function BulkDialog({ isOpen, ...props }: BulkDialogProps) {
  const t = useWords(questionsWords);
  return (
    <Modal
      open={isOpen}
      onCancel={props.onClose}
      title={t('bulkTitle', { count: props.count })}
      footer={null}
      destroyOnHidden
    >
      <BulkForm {...props} />
    </Modal>
  );
}

function BulkForm({ count, registry, isBusy, problem, onClose, onApply }: Omit<BulkDialogProps, 'isOpen'>) {
  const t = useWords(questionsWords);
  const c = useWords(common);
  const [category, setCategory] = useState('');
  const [difficulty, setDifficulty] = useState('');
  const [addTags, setAddTags] = useState('');
  const [removeTags, setRemoveTags] = useState('');
  const [source, setSource] = useState('');
  const [locator, setLocator] = useState('');
  const [isChecked, setChecked] = useState(false);

  const change: BulkChange = {
    ...(category === '' ? {} : { category }),
    ...(difficulty === '' ? {} : { difficulty: Number(difficulty) }),
    ...(tagsOf(addTags).length === 0 ? {} : { addTags: tagsOf(addTags) }),
    ...(tagsOf(removeTags).length === 0 ? {} : { removeTags: tagsOf(removeTags) }),
    ...(source === '' ? {} : { cite: { source, ...(locator.trim() === '' ? {} : { locator: locator.trim() }) } }),
  };
  const isNothing = Object.keys(change).length === 0;

  function submit() {
    setChecked(true);
    if (!isNothing) onApply(change);
  }

  return (
    <DialogForm
      problem={problem}
      cancel={c('cancel')}
      button={t('apply', { count })}
      isBusy={isBusy}
      onClose={onClose}
      onSubmit={submit}
    >
      <p className="dk-lead">{t('bulkHelp')}</p>
      <div className="dk-grid-2">
        <Field label={t('category')}>
          {(ids) => (
            <select {...ids} className="dk-input" value={category} onChange={(e) => setCategory(e.target.value)}>
              <option value="">{t('keep')}</option>
              {registry.categories.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={c('difficultyWord')}>
          {(ids) => (
            <select {...ids} className="dk-input" value={difficulty} onChange={(e) => setDifficulty(e.target.value)}>
              <option value="">{t('keep')}</option>
              {[1, 2, 3, 4, 5].map((n) => (
                <option key={n} value={n}>
                  {c('difficulty', { n })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField label={t('addTags')} help={t('tagsHelp')} value={addTags} onChange={setAddTags} />
        <TextField label={t('removeTags')} help={t('tagsHelp')} value={removeTags} onChange={setRemoveTags} />
      </div>
      <Field label={t('addCitation')}>
        {(ids) => <SourcePicker {...ids} registry={registry} value={source} onChange={setSource} />}
      </Field>
      {source !== '' && (
        <TextField
          label={t('locator')}
          maxLength={60}
          placeholder={t('locatorPlaceholder')}
          value={locator}
          onChange={setLocator}
        />
      )}
      {isChecked && isNothing && <Note tone="no" title={t('nothingToDo')} />}
    </DialogForm>
  );
}
