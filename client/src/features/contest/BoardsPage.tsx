import { useState } from 'react';
import type { ContestBoard } from '@anquanli/contract/vocabulary';
import { useDocumentTitle } from '../../lib/display';
import { useWords } from '../../lib/i18n';
import { ContestHead } from './components/ContestHead';
import { ContestTabs } from './components/ContestTabs';
import { Opening } from './components/OwnGate';
import { PeopleBoard } from './components/PeopleBoard';
import { Segments } from './components/Segments';
import { UnitsBoard } from './components/UnitsBoard';
import { useHome } from './HomePage';
import { words } from './words';

const LABELS = {
  people: 'boardPeople',
  units: 'boardUnits',
  regions: 'boardRegions',
  sectors: 'boardSectors',
} as const satisfies Record<ContestBoard, string>;

/** `/contests/:id/boards`: the boards that the contest shows. */
export function BoardsPage({ token, contestId }: { token: string; contestId: string }) {
  const t = useWords(words);
  useDocumentTitle(t('boards'));
  const { value: home, failure, reload } = useHome(token, contestId);
  const [chosen, setChosen] = useState<ContestBoard | null>(null);
  if (home === null) return <Opening failure={failure} onRetry={reload} />;
  const board = chosen ?? home.boards[0] ?? null;
  return (
    <main className="scr">
      <ContestHead isLow brand={home.title} title={t('boards')} />
      <div className="main">
        {home.boards.length > 1 && board !== null && (
          <Segments
            label={t('boards')}
            value={board}
            options={home.boards.map((each) => ({ value: each, label: t(LABELS[each]) }))}
            onChange={setChosen}
          />
        )}
        {board === 'people' && <PeopleBoard token={token} home={home} />}
        {board !== null && board !== 'people' && <UnitsBoard key={board} token={token} home={home} board={board} />}
      </div>
      <ContestTabs contestId={contestId} current="boards" />
    </main>
  );
}
