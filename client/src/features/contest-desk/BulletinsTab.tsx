import { useCallback } from 'react';
import { Link } from 'wouter';
import type { ContestDetail } from '@anquanli/contract/contest-desk';
import { reportRoutes, type Bulletin } from '@anquanli/contract/reports';
import { call } from '../../lib/api-client';
import { formatMomentIn } from '../../lib/dates';
import { useLanguage, useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { Card } from '../../ui/desk/Card';
import { DeskButton } from '../../ui/desk/DeskButton';
import { StateCard } from '../../ui/StateCard';
import { BulletinSheet } from './components/BulletinSheet';
import { DeskReading } from './components/DeskReading';
import { watchWords } from './words-watch';

/** The weekly figures: those that are kept, and the running week so far. */
export function BulletinsTab({ contest, week }: { contest: ContestDetail; week: string | null }) {
  const t = useWords(watchWords);
  const [language] = useLanguage();
  const contestId = contest.id;
  const load = useCallback(() => call(reportRoutes.bulletins, { params: { contestId } }), [contestId]);
  const { value, failure, reload } = useLoaded(load);
  if (value === null) return <DeskReading failure={failure} onRetry={reload} />;
  const { bulletins, nextAt } = value;
  const weeks = [
    ...(nextAt === null ? [] : ['now']),
    ...bulletins.map(({ no }) => (no === null ? 'final' : String(no))),
  ];
  const shown = week ?? weeks[0] ?? null;
  const label = (each: string) => (each === 'now' || each === 'final' ? t(each) : t('week', { no: each }));
  return (
    <>
      <Card className="cd-no-print">
        <p className="dk-lead">
          {t('bulletinsHelp')}
          {nextAt !== null &&
            ` · ${t('nextBulletin', { at: formatMomentIn(nextAt, contest.settings.timeZone, language) })}`}
        </p>
        <nav className="cd-weeks" aria-label={t('bulletinsHelp')}>
          {weeks.map((each) => (
            <Link
              key={each}
              href={`/desk/contests/${contestId}/bulletins/${each}`}
              className={each === shown ? 'cur' : undefined}
              aria-current={each === shown ? 'page' : undefined}
            >
              {label(each)}
            </Link>
          ))}
        </nav>
      </Card>
      {shown === null ? (
        <Card>
          <StateCard title={t('noBulletins')} />
        </Card>
      ) : (
        <OneBulletin key={shown} contestId={contestId} week={shown} />
      )}
    </>
  );
}

function OneBulletin({ contestId, week }: { contestId: string; week: string }) {
  const t = useWords(watchWords);
  const load = useCallback(() => call(reportRoutes.bulletin, { params: { contestId, week } }), [contestId, week]);
  const { value, failure, reload } = useLoaded<Bulletin>(load);
  if (value === null) return <DeskReading failure={failure} onRetry={reload} />;
  return (
    <>
      <Card className="cd-paper">
        <BulletinSheet bulletin={value} />
      </Card>
      <div className="cd-no-print">
        <DeskButton look="primary" icon="download" onClick={() => window.print()}>
          {t('print')}
        </DeskButton>
      </div>
    </>
  );
}
