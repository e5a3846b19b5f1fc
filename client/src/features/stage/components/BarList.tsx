import { formatNumber, useWords } from '../../../lib/i18n';
import { BreakText } from '../../../ui/BreakText';
import { Glyph, letterOf } from '../../../ui/Glyph';
import { Icon } from '../../../ui/Icon';
import { percentOf, type Bar } from '../model/bars';
import { useCountUp } from '../model/use-count-up';
import { stageWords } from '../words';

/** How the hall answered, the right one lit. Colour belongs to right alone; letter and shape stay. */
export function BarList({ bars }: { bars: readonly Bar[] }) {
  return (
    <ol className={`st-bars ${layoutOf(bars.length)}`}>
      {bars.map((bar) => (
        <BarRow key={bar.id} bar={bar} />
      ))}
    </ol>
  );
}

function layoutOf(count: number): string {
  if (count < 3) return 'has-few';
  return count > 4 ? 'has-many' : '';
}

function BarRow({ bar }: { bar: Bar }) {
  const t = useWords(stageWords);
  const percent = percentOf(bar.share);
  const count = t('chosenBy', { count: formatNumber(bar.count) });
  return (
    <li className={bar.isRight ? 'st-bar is-right' : 'st-bar'}>
      <i className="st-fill" style={{ width: `${bar.share * 100}%` }} />
      {bar.isRight && (
        <span className="st-tick">
          <Icon name="tick" />
          <span className="vh">{t('rightAnswer')}</span>
        </span>
      )}
      {bar.place !== null && <b className="st-place">{bar.place}</b>}
      <span className="vh">{letterOf(bar.index)}</span>
      <Glyph index={bar.index} />
      {bar.media !== undefined && <img className="st-bar-pic" src={bar.media.src} alt={bar.media.alt} />}
      <span className="st-words" data-fit="width">
        <BreakText text={bar.text} />
      </span>
      <span className="vh">{`${percent}%, ${count}`}</span>
      <span className="st-value" aria-hidden="true">
        <b>{useCountUp(percent)}%</b>
        {count}
      </span>
    </li>
  );
}
