import { useCallback } from 'react';
import { Link } from 'wouter';
import { contestRoutes, type ContestHome } from '@anquanli/contract/contest';
import { call, type Outcome } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { formatCalendarDay } from '../../lib/dates';
import { useLanguage, useWords } from '../../lib/i18n';
import { localNow, noteClockSync } from '../../lib/server-clock';
import { useLoaded } from '../../lib/use-call';
import { Icon, type IconName } from '../../ui/Icon';
import { Plate } from '../../ui/Plate';
import { ContestHead } from './components/ContestHead';
import { ContestTabs } from './components/ContestTabs';
import { Opening } from './components/OwnGate';
import { PlaceDuo } from './components/PlaceDuo';
import { TodayCard } from './components/TodayCard';
import { dayMarks, dayNumber } from './model/days';
import { words } from './words';

/** `/contests/:id`: today's paper, where I stand, and the way to practice. */
export function HomePage({ token, contestId }: { token: string; contestId: string }) {
  const t = useWords(words);
  const { value: home, failure, reload } = useHome(token, contestId);
  useDocumentTitle(home?.title ?? t('title'));
  if (home === null) return <Opening failure={failure} onRetry={reload} />;
  return (
    <main className="scr">
      <HomeHead home={home} />
      <div className="main">
        <TodayCard token={token} home={home} onChange={reload} />
        <PlaceDuo standing={home.standing} />
        <Ways home={home} />
      </div>
      <ContestTabs contestId={contestId} current="home" />
    </main>
  );
}

/** The page of a contest, and the server's time with it. */
export function useHome(token: string, contestId: string) {
  const load = useCallback(async (): Promise<Outcome<ContestHome>> => {
    const sentAt = localNow();
    const reply = await call(contestRoutes.home, { params: { contestId }, token });
    if (reply.ok) noteClockSync(sentAt, reply.value.serverNow, localNow());
    return reply;
  }, [token, contestId]);
  return useLoaded<ContestHome>(load);
}

function HomeHead({ home }: { home: ContestHome }) {
  const t = useWords(words);
  const [language] = useLanguage();
  const day = (text: string) => formatCalendarDay(text, language);
  const marks = dayMarks(home);
  const count = (mark: string) => marks.filter((each) => each === mark).length;
  const help =
    home.stage === 'preparation'
      ? t('beforeStart', { day: day(home.firstDay) })
      : home.stage === 'study'
        ? t('afterEnd', { day: day(home.lastDay) })
        : t('dayOf', { title: home.person.unitName, day: day(home.today), no: dayNumber(home.firstDay, home.today) });
  return (
    <ContestHead brand={`${home.person.name} · ${home.person.unitName}`} title={home.title} help={help}>
      <div className="days" role="img" aria-label={t('daysLabel', { done: count('done'), missed: count('miss') })}>
        {marks.map((mark, index) => (
          <i key={index} className={mark} />
        ))}
      </div>
    </ContestHead>
  );
}

function Ways({ home }: { home: ContestHome }) {
  const t = useWords(words);
  const base = `/contests/${home.contestId}`;
  const { practice, missed } = home;
  const way = (to: string, icon: IconName, title: string, help: string) => (
    <Link className="entry" href={to}>
      <Icon name={icon} />
      <span>
        <b>{title}</b>
        <small>{help}</small>
      </span>
      <Icon name="go" className="go" />
    </Link>
  );
  return (
    <Plate>
      {practice !== null &&
        way(
          `${base}/practice`,
          'dumbbell',
          t('practice'),
          t('practiceLeft', { done: practice.doneToday, left: Math.max(0, practice.perDay - practice.doneToday) }),
        )}
      {practice !== null &&
        way(
          `${base}/practice`,
          'book',
          t('notebook'),
          missed === 0 ? t('notebookEmpty') : t('notebookCount', { count: missed }),
        )}
      {home.hasCertificate &&
        way(
          `${base}/certificate`,
          'trophy',
          t('certificate'),
          home.isCertificateEarned ? t('certificateReady') : t('certificateNot', { percent: home.passPercent }),
        )}
    </Plate>
  );
}
