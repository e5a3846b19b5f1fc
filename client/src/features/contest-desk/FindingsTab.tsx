import { useCallback } from 'react';
import { contestDeskRoutes } from '@anquanli/contract/contest-desk';
import { call } from '../../lib/api-client';
import { useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { Card } from '../../ui/desk/Card';
import { StateCard } from '../../ui/StateCard';
import { AttemptTable } from './components/AttemptTable';
import { DeskReading } from './components/DeskReading';
import { withJudged } from './model/judged';
import { watchWords } from './words-watch';

/** Papers that a human should look at, by unit. */
export function FindingsTab({ contestId, mayJudge }: { contestId: string; mayJudge: boolean }) {
  const t = useWords(watchWords);
  const load = useCallback(() => call(contestDeskRoutes.findings, { params: { contestId } }), [contestId]);
  const { value, failure, reload, change } = useLoaded(load);
  if (value === null) return <DeskReading failure={failure} onRetry={reload} />;
  return (
    <Card>
      <p className="dk-lead">{t('findingsHelp')}</p>
      {value.attempts.length === 0 ? (
        <StateCard title={t('noFindings')} help={t('noFindingsHelp')} />
      ) : (
        <AttemptTable
          attempts={value.attempts}
          mayJudge={mayJudge}
          showsWho
          onJudged={(judged) => change(({ attempts }) => ({ attempts: withJudged(attempts, judged) }))}
        />
      )}
    </Card>
  );
}
