import { Link } from 'wouter';
import { formatNumber, useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { deskButton } from '../../../ui/desk/DeskButton';
import { consoleWords } from '../words-console';
import type { ConsolePart } from './console-part';

/** The evening is over: a few figures and the way to the results. */
export function EndedCard({ run, shared, roundId, isRemote }: ConsolePart) {
  const t = useWords(consoleWords);
  const { view } = shared;
  const isFinished = view.phase === 'finished';
  const { statistics } = view;
  return (
    <Card
      className="dk-now dk-ended"
      title={t(isFinished ? 'finishedTitle' : 'abortedTitle')}
      note={t(isFinished ? 'finishedHelp' : 'abortedHelp')}
    >
      <div className="dk-figures">
        <Figure label={t('statPeople')} value={formatNumber(statistics?.people ?? run.counters?.people ?? 0)} />
        {statistics !== null && (
          <Figure
            label={t('statMean')}
            value={`${formatNumber(statistics.meanRight, 1)} / ${statistics.questionsPlayed}`}
          />
        )}
        {statistics !== null && statistics.hardest !== null && (
          <Figure
            label={`${t('statHardest')} · ${t('statHardestNo', { no: statistics.hardest.questionNo })}`}
            value={`${Math.round(statistics.hardest.rightShare * 100)}%`}
          />
        )}
      </div>
      {!isRemote && (
        <p className="dk-actions">
          <Link href={`/rounds/${roundId}/results`} className={deskButton('primary')}>
            {t('toResults')}
          </Link>
          <Link href="/rounds" className={deskButton()}>
            {t('toRounds')}
          </Link>
        </p>
      )}
    </Card>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <b className="num">{value}</b>
      <span>{label}</span>
    </div>
  );
}
