import type { QuestionView } from '@anquanli/contract/question';
import { useWords } from '../../../lib/i18n';
import { useCountdown } from '../../../lib/server-clock';
import { Ring } from '../../../ui/Ring';
import { words } from '../words';

/** The seconds of a question by server time; says at ten and at five how many are left. */
export function CountdownRing({ question, isCalm }: { question: QuestionView; isCalm: boolean }) {
  const t = useWords(words);
  const { leftMs, secondsLeft } = useCountdown(question.opensAt, question.closesAt);
  if (leftMs === null || secondsLeft === null || question.closesAt === null) return null;
  const wholeMs = Math.max(1, question.closesAt - question.opensAt);
  const saying = secondsLeft <= 5 ? 'sayFiveLeft' : secondsLeft <= 10 ? 'sayTenLeft' : null;
  return (
    <>
      <Ring
        seconds={secondsLeft}
        share={Math.min(1, leftMs / wholeMs)}
        unit={t('seconds')}
        label={t('secondsLeft', { seconds: secondsLeft })}
        isCalm={isCalm || secondsLeft === 0}
      />
      <span className="vh" aria-live="polite">
        {saying !== null && secondsLeft > 0 && !isCalm ? t(saying) : ''}
      </span>
    </>
  );
}
