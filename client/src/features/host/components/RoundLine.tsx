import { App as AntApp } from 'antd';
import { Link } from 'wouter';
import type { RoundSummary } from '@anquanli/contract/rounds';
import { formatMoment } from '../../../lib/dates';
import { formatNumber, useLanguage, useWords } from '../../../lib/i18n';
import { useErrorText } from '../../../lib/error-words';
import { deskButton } from '../../../ui/desk/DeskButton';
import { Note } from '../../../ui/Note';
import { offersFor, spacedPin } from '../model/round-line';
import { roundsWords } from '../words-rounds';
import { PhaseTag } from './PhaseTag';
import { RoundMenu } from './RoundMenu';
import { useRoundDeeds } from './use-round-deeds';

interface RoundLineProps {
  round: RoundSummary;
  showsOwner: boolean;
  onRemoved(): void;
}

/** One round of the list: what it is, where it stands, and what can be done with it. */
export function RoundLine({ round, showsOwner, onRemoved }: RoundLineProps) {
  const t = useWords(roundsWords);
  const [language] = useLanguage();
  const { message } = AntApp.useApp();
  const deeds = useRoundDeeds(round, () => {
    void message.success(t('removed', { title: round.title }));
    onRemoved();
  });
  const problem = useErrorText(deeds.failure);
  const offers = offersFor(round);
  const isRunning = offers.main === 'resume';
  const moment =
    round.finishedAt === null
      ? t('createdAt', { date: formatMoment(round.createdAt, language) })
      : t('finishedAt', { date: formatMoment(round.finishedAt, language) });
  return (
    <li className={`dk-card dk-round${isRunning ? ' dk-running' : ''}`}>
      <div className="dk-round-title">
        <b>{round.title}</b>
        <span>
          {moment}
          {showsOwner && ` · ${t('owner', { name: round.ownerName })}`}
        </span>
      </div>
      <div className="dk-round-state">
        <PhaseTag phase={round.phase} />
        <span>
          {isRunning
            ? t('progress', { no: round.questionNo, count: round.questionCount })
            : t('questions', { count: round.questionCount })}
        </span>
      </div>
      <div className="dk-round-people">
        <b className="num">{formatNumber(round.people)}</b>
        <span>{t('peopleUnit')}</span>
      </div>
      <div className="dk-round-pin">
        <span>{t('pin')}</span>
        <b className="num">{round.pin === null ? t('noPin') : spacedPin(round.pin)}</b>
      </div>
      <div className="dk-round-deeds">
        <Link
          href={offers.main === 'results' ? `/rounds/${round.id}/results` : `/rounds/${round.id}/run`}
          className={deskButton()}
        >
          {t(offers.main)}
          <span className="vh">: {round.title}</span>
        </Link>
        <RoundMenu round={round} offers={offers} deeds={deeds} />
      </div>
      {problem !== '' && <Note tone="no" title={problem} />}
    </li>
  );
}
