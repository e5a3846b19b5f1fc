import type { Statistics } from '@anquanli/contract/live-stage';
import { formatNumber, useWords } from '../../../lib/i18n';
import { words } from '../words';

export function StatisticsRow({ statistics, planned }: { statistics: Statistics; planned: number }) {
  const t = useWords(words);
  const { people, meanRight, questionsPlayed, hardest } = statistics;
  return (
    <section className="dk-kpis">
      <Kpi isLead label={t('statPeople')} value={formatNumber(people)} unit={t('statPeopleUnit')} />
      <Kpi
        label={t('statMean')}
        value={formatNumber(meanRight, 1)}
        unit={t('statMeanOf', { count: questionsPlayed })}
      />
      <Kpi label={t('statPlayed')} value={formatNumber(questionsPlayed)} unit={t('statPlayedOf', { count: planned })} />
      {hardest !== null && (
        <Kpi
          label={t('statHardest')}
          value={`${Math.round(hardest.rightShare * 100)}%`}
          unit={t('statHardestNo', { no: hardest.questionNo })}
        />
      )}
    </section>
  );
}

function Kpi({ label, value, unit, isLead = false }: { label: string; value: string; unit: string; isLead?: boolean }) {
  return (
    <div className={`dk-card dk-kpi${isLead ? ' lead' : ''}`}>
      <p>{label}</p>
      <p>
        <b className="num">{value}</b> <small>{unit}</small>
      </p>
    </div>
  );
}
