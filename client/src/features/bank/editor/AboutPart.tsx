import { Select } from 'antd';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { Choices } from '../../../ui/desk/Choices';
import { Field } from '../../../ui/desk/Field';
import { TextField } from '../../../ui/desk/TextField';
import { NumberField } from '../../../ui/desk/NumberField';
import { tagsOf } from '../model/tags';
import { editorWords } from '../words-editor';
import type { EditorPart } from './editor-part';

const DIFFICULTIES = ['1', '2', '3', '4', '5'] as const;

/** Where it belongs, how hard it is, how long it takes and how long it holds. */
export function AboutPart({ draft, change, registry, problem, problemWithin }: EditorPart) {
  const t = useWords(editorWords);
  return (
    <Card title={t('partAbout')}>
      <div className="dk-grid-2">
        <Field label={t('category')} problem={problem('category') ?? problemWithin('category')}>
          {(ids) => (
            <select
              {...ids}
              className="dk-input"
              value={draft.category}
              onChange={(event) => change({ ...draft, category: event.target.value })}
            >
              <option value="">{t('categoryChoose')}</option>
              {registry.categories.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('tags')} help={t('tagsHelp')} problem={problemWithin('tags')}>
          {(ids) => (
            <Select
              {...ids}
              className="bk-tags"
              aria-label={t('tags')}
              mode="tags"
              open={false}
              suffixIcon={null}
              tokenSeparators={[' ', ',', '，', '、']}
              value={draft.tags}
              onChange={(tags) => change({ ...draft, tags: tagsOf(tags.join(' ')) })}
            />
          )}
        </Field>
      </div>
      <Choices
        label={t('difficulty')}
        value={String(draft.difficulty)}
        items={DIFFICULTIES.map((value) => ({ value, label: value, help: t('difficultyHelp') }))}
        onChange={(difficulty) => change({ ...draft, difficulty: Number(difficulty) })}
      />
      <div className="dk-grid-3">
        <NumberField
          label={t('timeLimit')}
          unit={t('secondsUnit')}
          help={t('timeLimitHelp')}
          problem={problem('timeLimitSec')}
          value={draft.timeLimitSec}
          onChange={(timeLimitSec) => change({ ...draft, timeLimitSec })}
        />
        <TextField
          label={t('validFrom')}
          help={t('validHelp')}
          type="date"
          value={draft.validFrom}
          onChange={(next) => change({ ...draft, validFrom: next })}
        />
        <TextField
          label={t('validTo')}
          problem={problem('validTo') ?? problemWithin('validTo')}
          type="date"
          value={draft.validTo}
          onChange={(next) => change({ ...draft, validTo: next })}
        />
      </div>
    </Card>
  );
}
