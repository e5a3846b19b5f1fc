import { useWords } from '../../../lib/i18n';
import { Field } from '../../../ui/desk/Field';
import { TextField } from '../../../ui/desk/TextField';
import { SOURCE_KINDS, SOURCE_STATUSES, type SourceDraft } from '../model/source-draft';
import { common } from '../words-common';
import { registryWords } from '../words-registry';

interface SourceFieldsProps {
  draft: SourceDraft;
  isNew: boolean;
  problem(field: 'id' | 'title' | 'effectiveTo'): string | null;
  onChange(next: SourceDraft): void;
}

export function SourceFields({ draft, isNew, problem, onChange }: SourceFieldsProps) {
  const t = useWords(registryWords);
  const c = useWords(common);
  const put = (part: Partial<SourceDraft>) => onChange({ ...draft, ...part });
  const day = (field: 'adoptedOn' | 'effectiveFrom' | 'effectiveTo', label: string, wrong: string | null = null) => (
    <TextField
      label={label}
      problem={wrong}
      type="date"
      value={draft[field]}
      onChange={(next) => put({ [field]: next })}
    />
  );
  return (
    <>
      <TextField
        label={t('fieldTitle')}
        problem={problem('title')}
        maxLength={300}
        value={draft.title}
        onChange={(next) => put({ title: next })}
      />
      {isNew && (
        <TextField
          label={t('fieldId')}
          help={t('fieldIdHelp')}
          problem={problem('id')}
          isId
          maxLength={64}
          value={draft.id}
          onChange={(next) => put({ id: next.trim() })}
        />
      )}
      <div className="dk-grid-2">
        <Field label={t('fieldKind')}>
          {(ids) => (
            <select
              {...ids}
              className="dk-input"
              value={draft.kind}
              onChange={(event) => put({ kind: SOURCE_KINDS.find((kind) => kind === event.target.value) ?? 'other' })}
            >
              {SOURCE_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {c(`sourceKind_${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('fieldStatus')}>
          {(ids) => (
            <select
              {...ids}
              className="dk-input"
              value={draft.status}
              onChange={(event) =>
                put({ status: SOURCE_STATUSES.find((status) => status === event.target.value) ?? 'unknown' })
              }
            >
              {SOURCE_STATUSES.map((status) => (
                <option key={status} value={status}>
                  {c(`sourceStatus_${status}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={t('fieldNumber')}
          maxLength={80}
          value={draft.number}
          onChange={(next) => put({ number: next })}
        />
        <TextField
          label={t('fieldIssuer')}
          maxLength={120}
          value={draft.issuer}
          onChange={(next) => put({ issuer: next })}
        />
      </div>
      <div className="dk-grid-3">
        {day('adoptedOn', t('fieldAdopted'))}
        {day('effectiveFrom', t('fieldFrom'))}
        {day('effectiveTo', t('fieldTo'), problem('effectiveTo'))}
      </div>
      <TextField
        label={t('fieldSupersedes')}
        help={t('fieldSupersedesHelp')}
        value={draft.supersedes}
        onChange={(next) => put({ supersedes: next })}
      />
    </>
  );
}
