import type { Failure } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { formatNumber, useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Note } from '../../../ui/Note';
import { mostPoints, settingsOf, type Draft, type DraftProblem } from '../model/draft';
import { fieldNameOf } from '../model/field-names';
import { editorWords } from '../words-editor';

interface EditorSideProps {
  draft: Draft;
  problems: readonly DraftProblem[];
  failure: Failure | null;
  isBusy: boolean;
  isNew: boolean;
}

/** What it comes to, what is missing, and the one button. */
export function EditorSide({ draft, problems, failure, isBusy, isNew }: EditorSideProps) {
  const t = useWords(editorWords);
  const error = useErrorText(failure);
  const { blueprint, limitSeconds, attemptsADay, firstDay, lastDay } = settingsOf(draft);
  const count = blueprint.reduce((sum, part) => sum + part.count, 0);
  const days = Math.round((Date.parse(lastDay) - Date.parse(firstDay)) / 86_400_000) + 1;
  const path = failure !== null && failure.code !== 'offline' ? failure.details?.path : undefined;
  const field = path === undefined ? null : fieldNameOf(path);
  return (
    <Card title={t('summary')} className="cd-side">
      <ul className="cd-facts">
        <li>
          {t('sumPaper', {
            count: formatNumber(count),
            limit: limitSeconds === null ? t('sumNoLimit') : t('sumLimit', { seconds: formatNumber(limitSeconds) }),
          })}
        </li>
        {days > 0 && <li>{t('sumDays', { count: formatNumber(days), times: formatNumber(attemptsADay) })}</li>}
        <li>{t('sumPoints', { points: formatNumber(mostPoints(draft)) })}</li>
      </ul>
      {problems.length > 0 && (
        <Note
          tone="plain"
          title={t('fill', { fields: problems.map((each) => t(fieldNameOf(each) ?? 'basics')).join('、') })}
        />
      )}
      {error !== '' && (
        <Note tone="no" title={field === null ? error : t('problemAt', { problem: error, field: t(field) })} />
      )}
      <DeskButton type="submit" look="primary" isBusy={isBusy} disabled={problems.length > 0}>
        {t(isNew ? 'create' : 'save')}
      </DeskButton>
    </Card>
  );
}
