import type { QuestionSetSummary } from '@anquanli/contract/question-bank';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Icon } from '../../../ui/Icon';
import { Note } from '../../../ui/Note';
import { estimatedMinutes, plannedCount } from '../model/round-draft';
import { editorWords } from '../words-editor';
import type { EditorPart } from './editor-part';

interface EditorSummaryProps extends EditorPart {
  isNew: boolean;
  set: QuestionSetSummary | null;
  problemCount: number;
  /** A refusal that belongs to no field; empty when there is none. */
  general: string;
  isBusy: boolean;
  onSend(thenRun: boolean): void;
}

/** What the round will be, in a few words, and the way on. */
export function EditorSummary({ draft, isNew, set, problemCount, general, isBusy, onSend }: EditorSummaryProps) {
  const t = useWords(editorWords);
  const minutes = estimatedMinutes(draft);
  const chosen = set?.categories.filter((category) => draft.rule.categories.includes(category.id)) ?? [];
  const what = chosen.length === 0 ? t('allCategories') : chosen.map((category) => category.title).join(' · ');
  return (
    <aside className="dk-card dk-summary" aria-label={t('summaryTitle')}>
      <h2>{t('summaryTitle')}</h2>
      <p className="dk-summary-lead">
        <b className="num">{plannedCount(draft)}</b> {t('questionsUnit')}
      </p>
      <ul>
        <li>{draft.pickBy === 'rule' ? t('summaryRule', { what }) : t('summaryHand')}</li>
        <li>{draft.isTimed ? t('summarySeconds', { count: draft.seconds ?? '–' }) : t('untimed')}</li>
        <li>{minutes === null ? t('summaryByHost') : t('summaryMinutes', { count: minutes })}</li>
        <li>{t(`scoring_${draft.scoring}`)}</li>
        <li>{t(draft.isAutopilotOn ? 'summaryAuto' : 'summaryManual')}</li>
      </ul>
      {problemCount > 0 && (
        <p className="dk-summary-problem" role="status">
          <Icon name="warning" />
          {t('checkFirst', { count: problemCount })}
        </p>
      )}
      {general !== '' && <Note tone="no" title={general} />}
      <DeskButton look="primary" className="dk-wide dk-big" isBusy={isBusy} onClick={() => onSend(isNew)}>
        {t(isNew ? 'create' : 'save')}
      </DeskButton>
      {isNew && (
        <DeskButton className="dk-wide" isBusy={isBusy} onClick={() => onSend(false)}>
          {t('createOnly')}
        </DeskButton>
      )}
    </aside>
  );
}
