import { useWords } from '../../../lib/i18n';
import { editorWords } from '../words-editor';

export type View = 'form' | 'phone';

/** Where there is no room for both: the form or the phone. */
export function ViewSwitch({ view, onChange }: { view: View; onChange(next: View): void }) {
  const t = useWords(editorWords);
  const items = [
    { value: 'form', label: t('viewForm') },
    { value: 'phone', label: t('viewPhone') },
  ] as const;
  return (
    <div className="bk-views" role="group" aria-label={t('viewLabel')}>
      {items.map(({ value, label }) => (
        <button key={value} type="button" aria-pressed={view === value} onClick={() => onChange(value)}>
          {label}
        </button>
      ))}
    </div>
  );
}
