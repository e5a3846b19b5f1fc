import type { BankQuestion } from '@anquanli/contract/question-bank';
import { useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { moved, toggled, type Selection } from '../model/selection';
import { editorWords } from '../words-editor';

interface SelectedQuestionsProps {
  selection: Selection;
  byId: ReadonlyMap<string, BankQuestion>;
  onChange(next: Selection): void;
}

/** The chosen questions in the order of play. */
export function SelectedQuestions({ selection, byId, onChange }: SelectedQuestionsProps) {
  const t = useWords(editorWords);
  if (selection.length === 0) {
    return (
      <div className="dk-empty">
        <b>{t('selectedEmpty')}</b>
        <p>{t('selectedEmptyHelp')}</p>
      </div>
    );
  }
  return (
    <>
      <ol className="dk-selected">
        {selection.map((id, index) => (
          <li key={id}>
            <b className="num">{index + 1}</b>
            <span title={byId.get(id)?.stem}>{byId.get(id)?.stem}</span>
            <SmallButton
              icon="up"
              label={t('upOf', { no: index + 1 })}
              isOff={index === 0}
              onPress={() => onChange(moved(selection, id, -1))}
            />
            <SmallButton
              icon="down"
              label={t('downOf', { no: index + 1 })}
              isOff={index === selection.length - 1}
              onPress={() => onChange(moved(selection, id, 1))}
            />
            <SmallButton
              icon="cross"
              label={t('removeOf', { no: index + 1 })}
              onPress={() => onChange(toggled(selection, id))}
            />
          </li>
        ))}
      </ol>
      <button type="button" className="dk-link" onClick={() => onChange([])}>
        {t('clearSelection')}
      </button>
    </>
  );
}

interface SmallButtonProps {
  icon: 'up' | 'down' | 'cross';
  label: string;
  isOff?: boolean;
  onPress(): void;
}

function SmallButton({ icon, label, isOff = false, onPress }: SmallButtonProps) {
  return (
    <button type="button" className="dk-small" aria-label={label} title={label} disabled={isOff} onClick={onPress}>
      <Icon name={icon} />
    </button>
  );
}
