import type { BlueprintCheck } from '@anquanli/contract/contest-desk';
import type { QuestionSetSummary } from '@anquanli/contract/question-bank';
import { LIMITS } from '@anquanli/contract/vocabulary';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { Toggle } from '../../../ui/desk/Choices';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { FieldGroup } from '../../../ui/desk/Field';
import { NumberField } from '../../../ui/desk/NumberField';
import { EMPTY_PART, type DraftPart } from '../model/draft';
import { editorWords } from '../words-editor';
import type { EditorPart } from './editor-part';
import { Fixed } from './Fixed';
import { PartCard } from './PartCard';

interface PaperSectionProps extends EditorPart {
  sets: readonly QuestionSetSummary[];
  /** What the blueprint comes to; null while it is not known. */
  check: BlueprintCheck | null;
}

/** Which questions, how many, how long, how often. */
export function PaperSection({ draft, change, isFixed, sets, check }: PaperSectionProps) {
  const t = useWords(editorWords);
  const chosen = sets.filter((set) => isChosen(draft.sets, set));
  const toggleSet = ({ setId, version }: QuestionSetSummary) => {
    const others = draft.sets.filter((each) => each.setId !== setId);
    change({ sets: isChosen(draft.sets, { setId, version }) ? others : [...others, { setId, version }] });
  };
  const changePart = (at: number, next: DraftPart) =>
    change({ blueprint: draft.blueprint.map((part, index) => (index === at ? next : part)) });
  return (
    <Card title={t('paper')}>
      <Fixed isFixed={isFixed('sets', 'blueprint')}>
        <FieldGroup label={t('sets')} help={t('setsHelp')}>
          <div className="cd-checks">
            {sets
              .filter((set) => set.isLatest || isChosen(draft.sets, set))
              .map((set) => (
                <label key={`${set.setId} ${set.version}`}>
                  <input type="checkbox" checked={isChosen(draft.sets, set)} onChange={() => toggleSet(set)} />
                  {t('setOption', { title: set.title, version: set.version, count: set.questionCount })}
                </label>
              ))}
          </div>
        </FieldGroup>
        <FieldGroup label={t('blueprint')} help={t('blueprintHelp')}>
          {draft.blueprint.map((part, index) => (
            <PartCard
              key={index}
              no={index + 1}
              part={part}
              sets={chosen}
              supply={check?.parts[index] ?? null}
              onChange={(next) => changePart(index, next)}
              onRemove={
                draft.blueprint.length === 1
                  ? null
                  : () => change({ blueprint: draft.blueprint.filter((_, at) => at !== index) })
              }
            />
          ))}
          {draft.blueprint.length < LIMITS.blueprintParts && (
            <DeskButton icon="plus" onClick={() => change({ blueprint: [...draft.blueprint, EMPTY_PART] })}>
              {t('addPart')}
            </DeskButton>
          )}
        </FieldGroup>
      </Fixed>
      <Fixed isFixed={isFixed('limitSeconds', 'attemptsADay')}>
        <Toggle
          label={t('limit')}
          help={t('limitHelp')}
          isOn={draft.hasLimit}
          onChange={(hasLimit) => change({ hasLimit })}
        />
        <div className="dk-grid-2">
          {draft.hasLimit && (
            <NumberField
              label={t('totalTime')}
              unit={t('seconds')}
              value={draft.limitSeconds}
              onChange={(limitSeconds) => change({ limitSeconds })}
            />
          )}
          <NumberField
            label={t('attemptsADay')}
            unit={t('times')}
            value={draft.attemptsADay}
            onChange={(attemptsADay) => change({ attemptsADay })}
          />
        </div>
      </Fixed>
    </Card>
  );
}

function isChosen(sets: EditorPart['draft']['sets'], { setId, version }: { setId: string; version: string }): boolean {
  return sets.some((each) => each.setId === setId && each.version === version);
}
