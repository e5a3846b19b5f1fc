import { Drawer } from 'antd';
import { useCallback } from 'react';
import { contestDeskRoutes, type ContestPerson } from '@anquanli/contract/contest-desk';
import { call } from '../../../lib/api-client';
import { useWords } from '../../../lib/i18n';
import { useLoaded } from '../../../lib/use-call';
import { StateCard } from '../../../ui/StateCard';
import { withJudged } from '../model/judged';
import { watchWords } from '../words-watch';
import { AttemptTable } from './AttemptTable';
import { DeskReading } from './DeskReading';

interface AttemptsDrawerProps {
  contestId: string;
  person: ContestPerson | null;
  mayJudge: boolean;
  onClose(): void;
  onJudged(): void;
}

/** All papers of one person. */
export function AttemptsDrawer({ contestId, person, mayJudge, onClose, onJudged }: AttemptsDrawerProps) {
  const t = useWords(watchWords);
  return (
    <Drawer
      open={person !== null}
      title={t('attemptsTitle', { name: person?.name || t('erased') })}
      size="large"
      destroyOnHidden
      onClose={onClose}
    >
      {person !== null && <Attempts {...{ contestId, mayJudge, onJudged }} personId={person.personId} />}
    </Drawer>
  );
}

interface AttemptsProps {
  contestId: string;
  personId: string;
  mayJudge: boolean;
  onJudged(): void;
}

function Attempts({ contestId, personId, mayJudge, onJudged }: AttemptsProps) {
  const t = useWords(watchWords);
  const load = useCallback(
    () => call(contestDeskRoutes.attemptsOf, { params: { contestId, personId } }),
    [contestId, personId],
  );
  const { value, failure, reload, change } = useLoaded(load);
  if (value === null) return <DeskReading failure={failure} onRetry={reload} />;
  if (value.attempts.length === 0) return <StateCard title={t('noAttempts')} />;
  return (
    <AttemptTable
      attempts={value.attempts}
      mayJudge={mayJudge}
      onJudged={(judged) => {
        change(({ attempts }) => ({ attempts: withJudged(attempts, judged) }));
        onJudged();
      }}
    />
  );
}
