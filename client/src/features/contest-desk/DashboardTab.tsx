import { useCallback, useEffect } from 'react';
import {
  contestDeskRoutes,
  type ContestDetail,
  type ContestUnitLine,
  type Dashboard,
} from '@anquanli/contract/contest-desk';
import { call } from '../../lib/api-client';
import { formatNumber, useWords } from '../../lib/i18n';
import { rateText } from '../../lib/figures';
import { useLoaded } from '../../lib/use-call';
import { Card } from '../../ui/desk/Card';
import { DayCard, HourCard } from './components/ChartCards';
import { DeskReading } from './components/DeskReading';
import { RemindCard } from './components/RemindCard';
import { words } from './words';

const AGAIN_MS = 15_000;

/** How the contest goes, read again every fifteen seconds. */
export function DashboardTab({ contest }: { contest: ContestDetail }) {
  const contestId = contest.id;
  const load = useCallback(() => call(contestDeskRoutes.dashboard, { params: { contestId } }), [contestId]);
  const loadUnits = useCallback(() => call(contestDeskRoutes.units, { params: { contestId } }), [contestId]);
  const { value, failure, reload } = useLoaded<Dashboard>(load);
  const units = useLoaded<{ units: ContestUnitLine[] }>(loadUnits);
  const again = units.reload;
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'hidden') return;
      reload();
      again();
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [reload, again]);
  if (value === null) return <DeskReading failure={failure} onRetry={reload} />;
  return (
    <>
      <Kpis dashboard={value} />
      <div className="cd-columns">
        <DayCard days={value.days} />
        <HourCard hours={value.hours} />
        <HardestCard hardest={value.hardest} />
        <RemindCard contest={contest} units={units.value?.units ?? []} />
      </div>
    </>
  );
}

function Kpis({ dashboard }: { dashboard: Dashboard }) {
  const t = useWords(words);
  const { people, headCount, rate, attempts, fullMarks, meanRight, questions, units, ratedUnits, unitsWithNobody } =
    dashboard;
  return (
    <section className="dk-kpis">
      <div className="dk-card dk-kpi lead">
        <p>{t('rate')}</p>
        <p>
          <b className="num">{rate === null ? formatNumber(people) : rateText(rate)}</b>
        </p>
        <p>
          {headCount === null
            ? t('noHeadCount', { people: formatNumber(people) })
            : t('rateOf', { people: formatNumber(people), headCount: formatNumber(headCount) })}
        </p>
        {headCount !== null && ratedUnits < units && (
          <p>{t('rateOver', { rated: formatNumber(ratedUnits), units: formatNumber(units) })}</p>
        )}
      </div>
      <div className="dk-card dk-kpi">
        <p>{t('meanRight')}</p>
        <p>
          <b className="num">{meanRight === null ? '–' : formatNumber(meanRight, 1)}</b>{' '}
          <small>{t('meanRightOf', { count: questions })}</small>
        </p>
      </div>
      <div className="dk-card dk-kpi">
        <p>{t('fullMarks')}</p>
        <p>
          <b className="num">{formatNumber(fullMarks)}</b> <small>{t('fullMarksUnit')}</small>
        </p>
        <p>{t('fullMarksShare', { share: rateText(attempts === 0 ? null : fullMarks / attempts) })}</p>
      </div>
      <div className="dk-card dk-kpi">
        <p>{t('nobody')}</p>
        <p>
          <b className="num">{formatNumber(unitsWithNobody)}</b> <small>{t('nobodyUnit')}</small>
        </p>
        <p>{t('nobodyOf', { count: formatNumber(units) })}</p>
      </div>
    </section>
  );
}

function HardestCard({ hardest }: { hardest: Dashboard['hardest'] }) {
  const t = useWords(words);
  return (
    <Card title={t('hardest')} note={t('hardestNote')}>
      {hardest.length === 0 ? (
        <p className="dk-quiet">{t('hardestNone')}</p>
      ) : (
        <ol className="cd-hard">
          {hardest.map(({ questionId, stem, right, asked }) => (
            <li key={questionId}>
              <span>{stem}</span>
              <div className="meter" aria-hidden="true">
                <i style={{ width: rateText(right / asked) }} />
              </div>
              <b className="num">{rateText(right / asked)}</b>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
