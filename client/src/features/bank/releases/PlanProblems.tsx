import { Link } from 'wouter';
import type { BankProblem } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { useStems } from './use-stems';
import { useProblemText } from '../components/use-problem-text';
import { byQuestion } from '../model/release-groups';
import { releasesWords } from '../words-releases';

/** What forbids the release, by question, each with the way to it. */
export function PlanProblems({ setId, problems }: { setId: string; problems: readonly BankProblem[] }) {
  const t = useWords(releasesWords);
  const say = useProblemText();
  const groups = byQuestion(problems);
  const stems = useStems(
    setId,
    groups.flatMap(([questionId]) => questionId ?? []),
  );
  if (problems.length === 0) return null;
  return (
    <section className="bk-plan-problems">
      <h3>
        <Icon name="cross" />
        {t('problems', { count: problems.length })}
      </h3>
      <ul>
        {groups.map(([questionId, own]) => (
          <li key={questionId ?? ''}>
            {questionId === null ? (
              <b>{t('problemsOfSet')}</b>
            ) : (
              <Link href={`/bank/${setId}/questions/${questionId}`}>
                {stems.get(questionId) ?? `${t('openQuestion')} ${questionId.slice(-6)}`}
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
