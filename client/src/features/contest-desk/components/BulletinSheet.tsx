import type { Bulletin } from '@anquanli/contract/reports';
import { formatMomentIn } from '../../../lib/dates';
import { rateText } from '../../../lib/figures';
import { formatNumber, useLanguage, useWords } from '../../../lib/i18n';
import { watchWords } from '../words-watch';

type Line = Bulletin['total'];

/** The figures as such notices are written: to be read, printed and passed on. */
export function BulletinSheet({ bulletin }: { bulletin: Bulletin }) {
  const t = useWords(watchWords);
  const [language] = useLanguage();
  const { no, total, regions, sectors, best, timeZone } = bulletin;
  const at = (moment: number) => formatMomentIn(moment, timeZone, language);
  const title = no === null ? 'bulletinFinal' : 'bulletinTitle';
  return (
    <article className="cd-bulletin">
      <h2>{t(title, { title: bulletin.contestTitle })}</h2>
      <p className="cd-bulletin-no">
        {no !== null && `${t('bulletinNo', { no })} · `}
        {t('bulletinSpan', { from: at(bulletin.from), until: at(bulletin.until) })} ·{' '}
        {t('bulletinAsOf', { at: at(bulletin.asOf) })}
      </p>
      <p>
        {t('bulletinLead', {
          ...{ units: formatNumber(bulletin.unitCount - bulletin.nobodyCount), people: formatNumber(total.people) },
          ...{ news: formatNumber(total.newPeople), attempts: formatNumber(total.attempts) },
          ...{ rate: total.rate === null ? t('noRate') : rateText(total.rate), right: rateText(bulletin.rightShare) },
          full: formatNumber(bulletin.fullMarks),
        })}
      </p>
      <Lines title={t('regions')} lines={regions} />
      <Lines title={t('sectors')} lines={sectors} />
      <Lines title={t('best')} lines={best} isOfUnits />
      <Nobody bulletin={bulletin} />
      <h3>{t('hardest')}</h3>
      {bulletin.hardest.length === 0 ? (
        <p>{t('noHardest')}</p>
      ) : (
        <ol>
          {bulletin.hardest.map(({ stem, rightShare }) => (
            <li key={stem}>
              {stem}（{t('hardestOf', { share: rateText(rightShare) })}）
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}

function Lines({ title, lines, isOfUnits = false }: { title: string; lines: readonly Line[]; isOfUnits?: boolean }) {
  const t = useWords(watchWords);
  return (
    <>
      <h3>{title}</h3>
      <table className="dk-table">
        <thead>
          <tr>
            <th scope="col">{t('group')}</th>
            {[t('people'), t('news'), t('headCount'), t('rate'), t('mean')].map((name) => (
              <th key={name} scope="col" className="dk-r">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={index}>
              <td>
                {line.name}
                {!isOfUnits && line.ratedUnits < line.units && (
                  <small className="muted"> {t('rated', { rated: line.ratedUnits, units: line.units })}</small>
                )}
              </td>
              <td className="dk-r num">{formatNumber(line.people)}</td>
              <td className="dk-r num">{formatNumber(line.newPeople)}</td>
              <td className="dk-r num">{line.headCount === null ? '–' : formatNumber(line.headCount)}</td>
              <td className="dk-r num">{rateText(line.rate)}</td>
              <td className="dk-r num">{line.mean === null ? '–' : formatNumber(line.mean, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Nobody({ bulletin: { nobody, nobodyCount, unitCount } }: { bulletin: Bulletin }) {
  const t = useWords(watchWords);
  const [language] = useLanguage();
  const names = nobody.map(({ name, regionName }) => (regionName === null ? name : `${name}（${regionName}）`));
  return (
    <>
      <h3>{t('nobodyYet')}</h3>
      {nobodyCount === 0 ? (
        <p>{t('everybody')}</p>
      ) : (
        <p>
          {t('nobodyCount', { count: nobodyCount, all: unitCount, share: rateText(nobodyCount / unitCount) })}
          {language === 'zh' ? '：' : ': '}
          {names.join(language === 'zh' ? '、' : ', ')}
          {nobodyCount > names.length && ` ${t('more', { count: nobodyCount })}`}
        </p>
      )}
    </>
  );
}
