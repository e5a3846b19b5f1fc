import { useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import type { OpenFinding } from '../model/open-findings';
import { problemWords } from '../words-problems';
import { useProblemText } from './use-problem-text';

/** What is still to be done, one line each. */
export function OpenFindings({ findings }: { findings: readonly OpenFinding[] }) {
  const t = useWords(problemWords);
  const say = useProblemText();
  return (
    <ul className="bk-problems">
      {findings.map((finding) => (
        <li key={finding.is === 'problem' ? finding.problem.code : finding.is} className="dk-st warn">
          <Icon name="warning" />
          {finding.is === 'problem' ? say(finding.problem) : t(finding.is)}
        </li>
      ))}
    </ul>
  );
}
