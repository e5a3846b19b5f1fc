import type { ContestHome } from '@anquanli/contract/contest';
import { formatCalendarDay } from '../../../lib/dates';
import { useLanguage, useWords } from '../../../lib/i18n';
import { useCountdown } from '../../../lib/server-clock';
import { Plate } from '../../../ui/Plate';
import { clockText, hourText } from '../model/days';
import { words } from '../words';
import { EmployeeForm } from './EmployeeForm';
import { StartButton } from './StartButton';

interface TodayCardProps {
  token: string;
  home: ContestHome;
  onChange(): void;
}

/** What can be done today: the one orange button of the page. */
export function TodayCard({ token, home, onChange }: TodayCardProps) {
  const t = useWords(words);
  const { questions, limitSeconds, attemptsLeft } = home;
  const isMinutes = limitSeconds !== null && limitSeconds >= 600;
  return (
    <Plate className="today">
      <h2 className="h2">{t('today')}</h2>
      <dl>
        <div>
          <dt>{t('questions')}</dt>
          <dd>
            {questions}
            <small>{t('questionsUnit')}</small>
          </dd>
        </div>
        <div>
          <dt>{t('time')}</dt>
          <dd>
            {limitSeconds === null ? (
              <small>{t('noLimit')}</small>
            ) : isMinutes ? (
              Math.round(limitSeconds / 60)
            ) : (
              limitSeconds
            )}
            {limitSeconds !== null && <small>{t(isMinutes ? 'minutes' : 'seconds')}</small>}
          </dd>
        </div>
        <div>
          <dt>{t('left')}</dt>
          <dd>
            {attemptsLeft}
            <small>{t('times')}</small>
          </dd>
        </div>
      </dl>
      <Way token={token} home={home} onChange={onChange} />
    </Plate>
  );
}

function Way({ token, home, onChange }: TodayCardProps) {
  const t = useWords(words);
  const [language] = useLanguage();
  const { contestId, open, stage, attemptsLeft, needsEmployeeNo, hours } = home;
  const start = { token, contestId, kind: 'counting' as const };
  if (open?.kind === 'counting') return <GoOn {...start} deadlineAt={open.deadlineAt} />;
  if (stage === 'preparation')
    return <p className="hint">{t('notYet', { day: formatCalendarDay(home.firstDay, language) })}</p>;
  if (stage === 'study') return <p className="hint">{t('isOver')}</p>;
  if (needsEmployeeNo) return <EmployeeForm token={token} onSaved={onChange} />;
  if (attemptsLeft > 0) {
    return (
      <>
        <StartButton {...start}>{t('start')}</StartButton>
        <p className="hint">{t(home.limitSeconds === null ? 'startHelpFree' : 'startHelp')}</p>
      </>
    );
  }
  return (
    <>
      <StartButton {...start} isDisabled>
        {t(home.daysDone.includes(home.today) ? 'doneToday' : hours === null ? 'doneToday' : 'notNow')}
      </StartButton>
      {hours !== null && (
        <p className="hint">{t('hours', { from: hourText(hours.from), until: hourText(hours.until) })}</p>
      )}
    </>
  );
}

function GoOn({ deadlineAt, ...start }: { token: string; contestId: string; kind: 'counting'; deadlineAt: number }) {
  const t = useWords(words);
  const { secondsLeft } = useCountdown(0, deadlineAt);
  return (
    <>
      <StartButton {...start}>{t('goOn')}</StartButton>
      <p className="hint">{t('goOnHelp', { left: clockText(secondsLeft ?? 0) })}</p>
    </>
  );
}
