import { Modal } from 'antd';
import { useState, type SubmitEvent } from 'react';
import type { BulkChange } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Field } from '../../../ui/desk/Field';
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

  function submit(event: SubmitEvent) {
    event.preventDefault();
    setChecked(true);
    if (!isNothing) onApply(change);
  }

  return (
    <form onSubmit={submit}>
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
        <Field label={t('addTags')} help={t('tagsHelp')}>
          {(ids) => (
            <input {...ids} className="dk-input" value={addTags} onChange={(e) => setAddTags(e.target.value)} />
          )}
        </Field>
        <Field label={t('removeTags')} help={t('tagsHelp')}>
          {(ids) => (
            <input {...ids} className="dk-input" value={removeTags} onChange={(e) => setRemoveTags(e.target.value)} />
          )}
        </Field>
      </div>
      <Field label={t('addCitation')}>
        {(ids) => <SourcePicker {...ids} registry={registry} value={source} onChange={setSource} />}
      </Field>
      {source !== '' && (
        <Field label={t('locator')}>
          {(ids) => (
            <input
              {...ids}
              className="dk-input"
              maxLength={60}
              placeholder={t('locatorPlaceholder')}
              value={locator}
              onChange={(e) => setLocator(e.target.value)}
            />
          )}
        </Field>
      )}
      {isChecked && isNothing && <Note tone="no" title={t('nothingToDo')} />}
      {problem !== '' && <Note tone="no" title={problem} />}
      <div className="dk-dialog-foot">
        <DeskButton onClick={onClose}>{c('cancel')}</DeskButton>
        <DeskButton type="submit" look="primary" isBusy={isBusy}>
          {t('apply', { count })}
        </DeskButton>
      </div>
    </form>
  );
}
