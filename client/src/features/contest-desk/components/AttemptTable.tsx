import { useState } from 'react';
import type { DeskAttempt } from '@anquanli/contract/contest-desk';
import { formatNumber, useWords } from '../../../lib/i18n';
import { LineAction } from '../../../ui/desk/LineAction';
import { watchWords } from '../words-watch';
import { JudgeDialog, type Judgement } from './JudgeDialog';

interface AttemptTableProps {
  attempts: readonly DeskAttempt[];
  mayJudge: boolean;
  /** With the person and unit of each, where they are of several people. */
  showsWho?: boolean;
  /** With the paper as it is now. */
  onJudged(attempt: DeskAttempt): void;
}

/** Papers, with what a human may decide about each. */
export function AttemptTable({ attempts, mayJudge, showsWho = false, onJudged }: AttemptTableProps) {
  const t = useWords(watchWords);
  const [judged, setJudged] = useState<{ attempt: DeskAttempt; judgement: Judgement } | null>(null);
  return (
    <>
      <table className="dk-table dk-stacked">
        <thead>
          <tr>
            {showsWho && <th scope="col">{t('unit')}</th>}
            {showsWho && <th scope="col">{t('name')}</th>}
            <th scope="col">{t('day')}</th>
            <th scope="col" className="dk-r">
              {t('right')}
            </th>
            <th scope="col" className="dk-r">
              {t('points')}
            </th>
            <th scope="col" className="dk-r">
              {t('seconds')}
            </th>
            <th scope="col">{t('state')}</th>
            {showsWho && <th scope="col">{t('why')}</th>}
            {mayJudge && (
              <th scope="col">
                <span className="vh">{t('remove')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {attempts.map((attempt) => (
            <tr key={attempt.attemptId}>
              {showsWho && <td>{attempt.unitName}</td>}
              {showsWho && (
                <td>
                  <b>{attempt.name === '' ? t('erased') : attempt.name}</b>
                </td>
              )}
              <td className="num">{attempt.day}</td>
              <td className="dk-r num">{t('rightOf', { right: attempt.right, asked: attempt.asked })}</td>
              <td className="dk-r num">{formatNumber(attempt.points)}</td>
              <td className="dk-r num">{t('secondsOf', { count: (attempt.timeMs / 1_000).toFixed(1) })}</td>
              <td>
                <State attempt={attempt} />
              </td>
              {showsWho && (
                <td>
                  {attempt.reasons.map((reason) => (
                    <span key={reason} className="dk-tag">
                      {t(`why_${reason}`)}
                    </span>
                  ))}
                </td>
              )}
              {mayJudge && (
                <td className="dk-r">
                  <span className="dk-line-actions">
                    {judgementsOf(attempt).map((judgement) => (
                      <LineAction
                        key={judgement}
                        about={`${attempt.name} ${attempt.day}`}
                        onClick={() => setJudged({ attempt, judgement })}
                      >
                        {t(judgement)}
                      </LineAction>
                    ))}
                  </span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <JudgeDialog
        judged={judged}
        onClose={() => setJudged(null)}
        onDone={(attempt) => {
          setJudged(null);
          onJudged(attempt);
        }}
      />
    </>
  );
}

function State({ attempt }: { attempt: DeskAttempt }) {
  const t = useWords(watchWords);
  return (
    <>
      {t(`state_${attempt.state}`)}
      {attempt.by === 'time' && attempt.state === 'settled' && <small className="muted"> {t('byTime')}</small>}
      {attempt.removedReason !== null && (
        <>
          {' '}
          <span className="dk-tag">{t('removedTag')}</span>
          <small className="muted cd-reason">{attempt.removedReason}</small>
        </>
      )}
    </>
  );
}

function judgementsOf({ state, removedReason }: DeskAttempt): Judgement[] {
  if (state === 'returned') return [];
  if (state === 'open') return ['giveBack'];
  return [removedReason === null ? 'remove' : 'restore', 'giveBack'];
}
