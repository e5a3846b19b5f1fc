import type { Standing } from '@anquanli/contract/contest';
import { formatNumber, useWords } from '../../../lib/i18n';
import { Marked } from '../../../ui/Marked';
import { Plate } from '../../../ui/Plate';
import { rateText } from '../../../lib/figures';
import { words } from '../words';

/** Where I stand in my unit, and my unit among all. */
export function PlaceDuo({ standing }: { standing: Standing }) {
  const t = useWords(words);
  const own = standing.places.find(({ scope }) => scope === 'unit');
  const { unit } = standing;
  return (
    <div className="duo">
      <Plate>
        <p className="sm muted">{t('placeInUnit', { name: own?.name ?? '' })}</p>
        <Place place={own?.place ?? null} />
        <p className="xs muted">
          {own?.place == null
            ? t('notPlaced')
            : t('ofPeople', { points: formatNumber(standing.points), people: formatNumber(own.people) })}
        </p>
      </Plate>
      <Plate>
        <p className="sm muted">{t('unitPlace', { name: unit?.name ?? '' })}</p>
        <Place place={unit?.place ?? null} />
        <p className="xs muted">
          {unit === null
            ? ''
            : unit.rate === null
              ? t('unitOf', { units: formatNumber(unit.units) })
              : t('rate', { rate: rateText(unit.rate) })}
        </p>
      </Plate>
    </div>
  );
}

function Place({ place }: { place: number | null }) {
  const t = useWords(words);
  if (place === null)
    return (
      <p className="fig">
        <b>–</b>
      </p>
    );
  return (
    <p className="fig">
      <Marked text={t('placeBig', { place: formatNumber(place) })} />
    </p>
  );
}
