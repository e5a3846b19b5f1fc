import { useWords } from '../../../lib/i18n';
import type { FieldChange } from '../model/field-changes';
import { common } from '../words-common';
import { editorWords } from '../words-editor';

interface FieldChangeListProps {
  changes: readonly FieldChange[];
  before: string;
  after: string;
}

/** Two states of a question side by side, field by field: only what differs. */
export function FieldChangeList({ changes, before, after }: FieldChangeListProps) {
  const c = useWords(common);
  const t = useWords(editorWords);
  if (changes.length === 0) return <p className="dk-quiet">{t('conflictNothing')}</p>;
  return (
    <dl className="bk-changes">
      {changes.map((change) => (
        <div key={change.field}>
          <dt>{c(`field_${change.field}`)}</dt>
          <Side label={before} lines={change.before} className="before" />
          <Side label={after} lines={change.after} className="after" />
        </div>
      ))}
    </dl>
  );
}

function Side({ label, lines, className }: { label: string; lines: readonly string[]; className: string }) {
  const t = useWords(editorWords);
  return (
    <dd className={className}>
      <small>{label}</small>
      {lines.length === 0 && <span className="muted">{t('empty')}</span>}
      {lines.map((line, index) => (
        <span key={index}>{line}</span>
      ))}
    </dd>
  );
}
