import type { ConsolePart } from './console-part';
import { BoardCard } from './BoardCard';
import { DistributionCard } from './DistributionCard';
import { EndedCard } from './EndedCard';
import { LobbyCard } from './LobbyCard';
import type { GiveOrder } from './use-give-order';

/** Under the stage: what the host needs in this phase. */
export function NowCard(part: ConsolePart & { give: GiveOrder }) {
  switch (part.shared.view.phase) {
    case 'lobby':
      return <LobbyCard {...part} />;
    case 'question_open':
    case 'question_closed':
    case 'reveal':
      return <DistributionCard key={part.shared.view.questionNo} {...part} />;
    case 'leaderboard':
      return <BoardCard {...part} />;
    case 'finished':
    case 'aborted':
      return <EndedCard {...part} />;
  }
}
