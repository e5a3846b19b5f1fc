import type { Standing } from '@anquanli/contract/live';
import { formatNumber, useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { Marked } from '../../../ui/Marked';
import { Plate } from '../../../ui/Plate';
import { words } from '../words';

/** Own place, its movement, and the way to the next one. */
export function StandingPlate({ standing }: { standing: Standing }) {
  const t = useWords(words);
  const { rank, gapToNext } = standing;
  return (
    <Plate className="stand">
      <div className="rk">
        <Marked text={t('place', { rank })} />
      </div>
      <p>
        <Movement standing={standing} />
        <span className="gap">
          {gapToNext === null ? t('leading') : <Marked text={t('gap', { points: formatNumber(gapToNext) })} />}
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
