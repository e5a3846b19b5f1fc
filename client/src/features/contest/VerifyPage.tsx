import { useCallback } from 'react';
import { contestRoutes } from '@anquanli/contract/contest';
import type { ReplyOf } from '@anquanli/contract/exchange';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { formatCalendarDate } from '../../lib/dates';
import { useLanguage, useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import '../../lib/error-words-contest';
import { Note } from '../../ui/Note';
import { Plate } from '../../ui/Plate';
import { StateCard } from '../../ui/StateCard';
import '../../ui/phone.css';
import { ContestHead } from './components/ContestHead';
import { Opening } from './components/OwnGate';
import './contest.css';
import { words } from './words';

type Verified = ReplyOf<typeof contestRoutes.verify>;

/** `/c/:number`: anybody who scans a certificate sees whether it is genuine; the name is masked. */
export default function VerifyPage({ params }: { params: { number: string } }) {
  const t = useWords(words);
  useDocumentTitle(t('verifyTitle'));
  const { number } = params;
  const load = useCallback(() => call(contestRoutes.verify, { params: { number } }), [number]);
  const { value, failure, reload } = useLoaded<Verified>(load);
  const isNone = failure?.code === 'not_found' || failure?.code === 'invalid_input';
  if (value === null && !isNone) return <Opening failure={failure} onRetry={reload} />;
  return (
    <main className="scr">
      <ContestHead isLow brand={value?.contestTitle ?? ''} title={t('verifyTitle')} />
      <div className="main">
        {value === null ? <StateCard title={t('verifyNo')} help={t('verifyNoHelp')} /> : <Facts of={value} />}
      </div>
    </main>
  );
}

function Facts({ of }: { of: Verified }) {
  const t = useWords(words);
  const [language] = useLanguage();
  const facts: [string, string][] = [
    [t('verifyName'), of.name],
    [t('verifyUnit'), of.unitName],
    [t('verifyContest'), of.contestTitle],
    [t('verifyScore'), t('verifyScoreText', { right: of.right, asked: of.asked })],
    [t('verifyPoints'), t('pointsCount', { points: of.points })],
    [t('verifyDate'), formatCalendarDate(of.issuedOn, language)],
    [t('verifyNumber'), of.number],
  ];
  return (
    <Plate className="verify">
      <Note tone="ok" title={t('verifyOk')} />
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Plate>
  );
}
