import type { CSSProperties } from 'react';
import type { BoardRow } from '@anquanli/contract/live';
import { formatNumber, useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { nameSize } from '../model/lengths';
import { stageWords } from '../words';

/** Rows slide in from where they stood before, ten places at most. */
const FARTHEST = 10;

export function BoardRowItem({ row, isClimber }: { row: BoardRow; isClimber: boolean }) {
  const t = useWords(stageWords);
  const from = Math.max(-FARTHEST, Math.min(FARTHEST, row.move ?? 0));
  const classes = ['st-row', placeClass(row.rank), isClimber ? 'is-climber' : '', row.move === null ? 'is-new' : ''];
  return (
    <li className={classes.filter((name) => name !== '').join(' ')} style={{ '--st-from': from } as CSSProperties}>
      <span className="st-rank">{row.rank}</span>
      <span className={`st-who is-${nameSize(row.name, 13)}`}>{row.name}</span>
      <span className="st-points">
        {formatNumber(row.points)}
        <span className="vh">{t('points')}</span>
      </span>
      <Move move={row.move} />
    </li>
  );
}

function placeClass(rank: number): string {
  if (rank === 1) return 'is-first';
  return rank <= 3 ? 'is-next' : '';
}

/** Arrow and figure; the words are for those who do not see the arrow. */
function Move({ move }: { move: number | null }) {
  const t = useWords(stageWords);
  if (move === null || move === 0) {
    return (
      <span className="st-move is-down">
        {move === 0 && <Icon name="same" />}
        <span className="vh">{t(move === 0 ? 'unmoved' : 'newOnBoard')}</span>
      </span>
    );
  }
  const places = Math.abs(move);
  return (
    <span className={move > 0 ? 'st-move' : 'st-move is-down'}>
      <Icon name={move > 0 ? 'up' : 'down'} />
      <span aria-hidden="true">{places}</span>
      <span className="vh">{t(move > 0 ? 'movedUp' : 'movedDown', { places })}</span>
    </span>
  );
}
