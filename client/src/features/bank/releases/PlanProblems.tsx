import { Link } from 'wouter';
import type { BankProblem } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { useProblemText } from '../components/use-problem-text';
import { byQuestion } from '../model/release-groups';
import { releasesWords } from '../words-releases';

/** What forbids the release, by question, each with the way to it. */
export function PlanProblems({ setId, problems }: { setId: string; problems: readonly BankProblem[] }) {
  const t = useWords(releasesWords);
  const say = useProblemText();
  if (problems.length === 0) return null;
  return (
    <section className="bk-plan-problems">
      <h3>
        <Icon name="cross" />
        {t('problems', { count: problems.length })}
      </h3>
      <ul>
        {byQuestion(problems).map(([questionId, own]) => (
          <li key={questionId ?? ''}>
            {questionId === null ? (
              <b>{t('problemsOfSet')}</b>
            ) : (
              <Link href={`/bank/${setId}/questions/${questionId}`}>
                {t('openQuestion')} <code>{questionId.slice(-6)}</code>
              </Link>
            )}
            <ul>
              {[...new Set(own.map(say))].map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
