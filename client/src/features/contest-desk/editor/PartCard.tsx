import type { BlueprintCheck } from '@anquanli/contract/contest-desk';
import type { QuestionSetSummary } from '@anquanli/contract/question-bank';
import { QUESTION_KINDS } from '@anquanli/contract/vocabulary';
import { useWords } from '../../../lib/i18n';
import { Chips } from '../../../ui/desk/Chips';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { FieldGroup } from '../../../ui/desk/Field';
import { NumberField } from '../../../ui/desk/NumberField';
import { kindWords } from '../../../ui/question/kind-words';
import type { DraftPart } from '../model/draft';
import { categoriesOf, countOf } from '../model/set-counts';
import { editorWords } from '../words-editor';

interface PartCardProps {
  no: number;
  part: DraftPart;
  /** The sets of the contest. */
  sets: readonly QuestionSetSummary[];
  supply: BlueprintCheck['parts'][number] | null;
  onChange(next: DraftPart): void;
  /** null for the only part. */
  onRemove: (() => void) | null;
}

/** So many questions of these categories, kinds and difficulties; says at once whether there are enough. */
export function PartCard({ no, part, sets, supply, onChange, onRemove }: PartCardProps) {
  const t = useWords(editorWords);
  const kindName = useWords(kindWords);
  const put = (change: Partial<DraftPart>) => onChange({ ...part, ...change });
  const kinds = QUESTION_KINDS.flatMap((kind) => {
    const count = countOf(sets, (set) => set.kinds.find((each) => each.kind === kind)?.count);
    return count === 0 && !part.kinds.includes(kind) ? [] : [{ value: kind, label: kindName(kind), count }];
  });
  const difficulties = [1, 2, 3, 4, 5].flatMap((difficulty) => {
    const count = countOf(sets, (set) => set.difficulties.find((each) => each.difficulty === difficulty)?.count);
    return count === 0 ? [] : [{ value: String(difficulty), label: String(difficulty), count }];
  });
  return (
    <section className="cd-part" aria-label={t('part', { no })}>
      <div className="cd-part-head">
        <NumberField
          label={`${t('part', { no })} · ${t('count')}`}
          unit={t('questionsUnit')}
          value={part.count}
          onChange={(count) => put({ count })}
        />
        {onRemove !== null && (
          <DeskButton look="text" onClick={onRemove}>
            {t('removePart')}
            <span className="vh"> {t('part', { no })}</span>
          </DeskButton>
        )}
      </div>
      <Supply supply={supply} />
      <FieldGroup label={t('categories')}>
        <Chips
          allLabel={t('any')}
          items={categoriesOf(sets)}
          chosen={part.categories}
          onChange={(categories) => put({ categories })}
        />
      </FieldGroup>
      <FieldGroup label={t('kinds')}>
        <Chips
          allLabel={t('any')}
          items={kinds}
          chosen={part.kinds}
          onChange={(next) => put({ kinds: QUESTION_KINDS.filter((kind) => next.includes(kind)) })}
        />
      </FieldGroup>
      <FieldGroup label={t('difficulties')}>
        <Chips
          allLabel={t('any')}
          items={difficulties}
          chosen={part.difficulties.map(String)}
          onChange={(next) => put({ difficulties: next.map(Number).sort() })}
        />
      </FieldGroup>
    </section>
  );
}

function Supply({ supply }: { supply: PartCardProps['supply'] }) {
  const t = useWords(editorWords);
  const isShort = supply !== null && supply.reachable < supply.wanted;
  return (
    <p className={`cd-supply${isShort ? ' short' : ''}`} role="status">
      {supply === null
        ? ''
        : isShort
          ? t('supplyShort', { reachable: supply.reachable, missing: supply.wanted - supply.reachable })
          : t('supply', { available: supply.available })}
    </p>
  );
}
