import { useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { FLOW_STEPS, type FlowStep } from '../model/flow';
import { common } from '../words-common';

/** Where the import stands: read, check, mend, take in. `step` null = all done. */
export function FlowSteps({ step }: { step: FlowStep | null }) {
  const t = useWords(common);
  const now = step === null ? FLOW_STEPS.length : FLOW_STEPS.indexOf(step);
  return (
    <ol className="bi-flow" aria-label={t('flow')}>
      {FLOW_STEPS.map((each, index) => (
        <li
          key={each}
          className={index < now ? 'done' : index === now ? 'now' : undefined}
          aria-current={index === now ? 'step' : undefined}
        >
          <i>{index < now ? <Icon name="tick" /> : index + 1}</i>
          {t(`step_${each}`)}
        </li>
      ))}
    </ol>
  );
}
