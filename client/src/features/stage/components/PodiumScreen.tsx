import type { CSSProperties } from 'react';
import type { StageView } from '@anquanli/contract/live-stage';
import { formatNumber, useLanguage, useWords } from '../../../lib/i18n';
import { percentOf } from '../model/bars';
import { podiumOf } from '../model/podium';
import { stageWords } from '../words';
import { PodiumStep } from './PodiumStep';
import { StageFrame } from './StageFrame';

type FinishedView = Extract<StageView, { phase: 'finished' }>;

/** Third, second, a breath, first; then what the round was like, and thanks. */
export function PodiumScreen({ view }: { view: FinishedView }) {
  const t = useWords(stageWords);
  const podium = podiumOf(view.board);
  const hasCrowd = podium.blocks.some((block) => block.rows.length > 1);
  return (
    <StageFrame title={view.title} note={t('ranksOnPhones')} out={<strong>{t('safeHome')}</strong>} isDown>
      <div className={hasCrowd ? 'st-podium has-crowd' : 'st-podium'}>
        {podium.blocks.length === 0 ? (
          <div className="st-quiet">
            <h2>{t('podiumEmpty')}</h2>
          </div>
        ) : (
          <ol className="st-steps">
            {podium.blocks.map((block) => (
              <PodiumStep key={block.rows[0]?.seatNo ?? block.rank} block={block} />
            ))}
          </ol>
        )}
        <Statistics view={view} beat={podium.statisticsBeat} />
      </div>
    </StageFrame>
  );
}

function Statistics({ view, beat }: { view: FinishedView; beat: number }) {
  const t = useWords(stageWords);
  const [language] = useLanguage();
  const { people, meanRight, questionsPlayed, hardest } = view.statistics;
  const delay: CSSProperties = { animationDelay: `calc(var(--aq-t-show) * ${beat})` };
  return (
    <aside className="st-side">
      <h1 className={language === 'zh' ? undefined : 'is-long'}>
        {t('podiumFirst')}
        <br />
        {t('podiumSecond')}
      </h1>
      <dl style={delay}>
        <div>
          <dt>{t('came')}</dt>
          <dd>
            {formatNumber(people)} <small>{t('people')}</small>
          </dd>
        </div>
        {questionsPlayed > 0 && (
          <div>
            <dt>{t('meanRight')}</dt>
            <dd>
              {formatNumber(meanRight, 1)} <small>{t('ofQuestions', { count: questionsPlayed })}</small>
            </dd>
          </div>
        )}
        {hardest !== null && (
          <div>
            <dt>{t('hardest')}</dt>
            <dd>
              {percentOf(hardest.rightShare)}% <small>{t('hardestNote', { no: hardest.questionNo })}</small>
            </dd>
          </div>
        )}
      </dl>
    </aside>
  );
}
