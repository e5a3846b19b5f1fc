import { useWords } from '../../../lib/i18n';
import { Field } from '../../../ui/desk/Field';
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
    <Field label={label} problem={wrong}>
      {(ids) => (
        <input
          {...ids}
          type="date"
          className="dk-input"
          value={draft[field]}
          onChange={(event) => put({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <Field label={t('fieldTitle')} problem={problem('title')}>
        {(ids) => (
          <input
            {...ids}
            className="dk-input"
            maxLength={300}
            value={draft.title}
            onChange={(event) => put({ title: event.target.value })}
          />
        )}
      </Field>
      {isNew && (
        <Field label={t('fieldId')} help={t('fieldIdHelp')} problem={problem('id')}>
          {(ids) => (
            <input
              {...ids}
              className="dk-input"
              maxLength={64}
              autoCapitalize="none"
              spellCheck={false}
              value={draft.id}
              onChange={(event) => put({ id: event.target.value.trim() })}
            />
          )}
        </Field>
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
        <Field label={t('fieldNumber')}>
          {(ids) => (
            <input
              {...ids}
              className="dk-input"
              maxLength={80}
              value={draft.number}
              onChange={(event) => put({ number: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('fieldIssuer')}>
          {(ids) => (
            <input
              {...ids}
              className="dk-input"
              maxLength={120}
              value={draft.issuer}
              onChange={(event) => put({ issuer: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="dk-grid-3">
        {day('adoptedOn', t('fieldAdopted'))}
        {day('effectiveFrom', t('fieldFrom'))}
        {day('effectiveTo', t('fieldTo'), problem('effectiveTo'))}
      </div>
      <Field label={t('fieldSupersedes')} help={t('fieldSupersedesHelp')}>
        {(ids) => (
          <input
            {...ids}
            className="dk-input"
            value={draft.supersedes}
            onChange={(event) => put({ supersedes: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
