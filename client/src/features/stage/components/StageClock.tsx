import type { QuestionView } from '@anquanli/contract/question';
import { useWords } from '../../../lib/i18n';
import { useServerNow } from '../../../lib/server-clock';
import { Icon } from '../../../ui/Icon';
import { Ring } from '../../../ui/Ring';
import { momentOf } from '../model/moment';
import { stageWords } from '../words';

/** The countdown by server time; a calm sign where the host closes by hand. */
export function StageClock({ question, isClosed }: { question: QuestionView; isClosed: boolean }) {
  const t = useWords(stageWords);
  const moment = momentOf(question, useServerNow('raf'));
  if (isClosed || moment.is === 'over') return <StillClock text={t(isClosed ? 'closed' : 'timeUp')} />;
  if (moment.is !== 'running') {
    return (
      <div className="st-clock is-calm">
        <p>
          <Icon name="clock" />
          {t('unlimited')}
          <small>{t('unlimitedHelp')}</small>
        </p>
      </div>
    );
  }
  return (
    <div className={moment.seconds > 99 ? 'st-clock has-hundreds' : 'st-clock'}>
      <Ring seconds={moment.seconds} share={moment.share} unit="" label={t('secondsLeft', { count: moment.seconds })} />
    </div>
  );
}

/** The empty ring with a word in it. */
function StillClock({ text }: { text: string }) {
  return (
    <div className="st-clock">
      <div className="ring">
        <svg viewBox="0 0 76 76" aria-hidden="true">
          <circle className="t" cx="38" cy="38" r="33" />
        </svg>
      </div>
      <p role="status">{text}</p>
    </div>
  );
}
