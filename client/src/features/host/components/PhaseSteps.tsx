import type { HostView } from '@anquanli/contract/live-host';
import { useWords } from '../../../lib/i18n';
import { useServerNow } from '../../../lib/server-clock';
import { stepOf, STEPS } from '../model/sentence';
import { consoleWords } from '../words-console';

/** The five steps of a question and where the round stands. */
export function PhaseSteps({ view }: { view: HostView }) {
  const t = useWords(consoleWords);
  const step = stepOf(view, useServerNow(250));
  const at = step === null ? STEPS.length : STEPS.indexOf(step);
  return (
    <ol className="dk-phases" aria-label={t('steps')}>
      {STEPS.map((each, index) => (
        <li
          key={each}
          className={index < at ? 'was' : index === at ? 'now' : undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          {each === 'ready' && view.phase === 'lobby' ? t('step_lobby') : t(`step_${each}`)}
        </li>
      ))}
    </ol>
  );
}
