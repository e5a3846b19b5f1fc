import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { FieldGroup } from '../../../ui/desk/Field';
import { TextField } from '../../../ui/desk/TextField';
import { editorWords } from '../words-editor';
import { CitationRow } from './CitationRow';
import type { EditorPart } from './editor-part';

const MOST_CITATIONS = 6;

/** Why it is so, and where that is written. */
export function WhyPart(part: EditorPart) {
  const { draft, change, problem, problemWithin } = part;
  const t = useWords(editorWords);
  const { citations } = draft;
  return (
    <Card title={t('partWhy')}>
      <TextField
        label={t('explanation')}
        help={t('explanationHelp')}
        problem={problemWithin('explanation')}
        rows={4}
        maxLength={2000}
        value={draft.explanation}
        onChange={(next) => change({ ...draft, explanation: next })}
      />
      <FieldGroup label={t('citations')} help={t('citationsHelp')} problem={problem('citations')}>
        <ol className="bk-citations">
          {citations.map((citation, n) => (
            <CitationRow key={n} {...part} citation={citation} n={n} />
          ))}
        </ol>
        {citations.length < MOST_CITATIONS && (
          <DeskButton
            icon="plus"
            onClick={() => change({ ...draft, citations: [...citations, { source: '', locator: '', checkedOn: '' }] })}
          >
            {t('addCitation')}
          </DeskButton>
        )}
      </FieldGroup>
    </Card>
  );
}
