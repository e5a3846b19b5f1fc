import type { Standing } from '@anquanli/contract/live';
import { formatNumber, useWords, type Translate } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { Marked } from '../../../ui/Marked';
import { Plate } from '../../../ui/Plate';
import { words } from '../words';

/** Own place, its movement, and the way to the next one. */
export function StandingPlate({ standing }: { standing: Standing }) {
  const t = useWords(words);
  const { rank, gapToNext, total } = standing;
  return (
    <Plate className="stand">
      <div className="rk">
        <Marked text={t('place', { rank })} />
      </div>
      <p>
        <Movement standing={standing} />
        <span className="gap">
          <Marked text={wayText(t, gapToNext, total)} />
        </span>
      </p>
    </Plate>
  );
}

function Movement({ standing: { rank, previousRank } }: { standing: Standing }) {
  const t = useWords(words);
  if (previousRank === null) return null;
  const gained = previousRank - rank;
  if (gained === 0) return <span className="move down">{t('same')}</span>;
  return (
    <span className={`move ${gained > 0 ? 'up' : 'down'}`}>
      <Icon name={gained > 0 ? 'up' : 'down'} />
      {gained > 0 ? t('up', { count: gained }) : t('down', { count: -gained })}
    </span>
  );
}

/** Being first with nothing is no lead. */
function wayText(t: Translate<(typeof words)['zh']>, gapToNext: number | null, total: number): string {
  if (gapToNext !== null) return t('gap', { points: formatNumber(gapToNext) });
  return total > 0 ? t('leading') : t('total', { points: formatNumber(total) });
}
