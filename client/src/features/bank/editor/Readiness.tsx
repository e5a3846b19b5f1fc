import { Link } from 'wouter';
import type { BankProblem, DeskQuestion } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { Icon } from '../../../ui/Icon';
import { useProblemText } from '../components/use-problem-text';
import { common } from '../words-common';
import { editorWords } from '../words-editor';

/** What the checks found, what a release still needs, and which checks are on record. */
export function Readiness({ desk, isAdmin }: { desk: DeskQuestion; isAdmin: boolean }) {
  const t = useWords(editorWords);
  const c = useWords(common);
  const { question, problems, missing } = desk;
  const checks = question.checks ?? [];
  const isLiving = question.status !== 'deprecated' && question.status !== 'retired';
  return (
    <Card className="bk-readiness">
      {problems.length > 0 && (
        <>
          <h3>{t('problemsTitle')}</h3>
          <ProblemList problems={problems} tone="bad" />
        </>
      )}
      {isLiving && (
        <>
          <h3>{missing.length === 0 ? t('missingNone') : t('missingTitle')}</h3>
          <ProblemList problems={missing} tone="warn" />
          {isAdmin && question.status === 'in-review' && (
            <Link className="dk-link" href={`/bank/${desk.setId}/review?only=${question.id}`}>
              {t('toReview')}
            </Link>
          )}
        </>
      )}
      <h3>{t('checksTitle')}</h3>
      {checks.length === 0 && <p className="muted">{t('checksNone')}</p>}
      <ul className="bk-checks">
        {checks.map(({ kind, on, result, note }, index) => (
          <li key={index}>
            <span className={`dk-st ${result === 'agrees' ? 'ok' : 'bad'}`}>
              <Icon name={result === 'agrees' ? 'tick' : 'cross'} />
              {c(`check_${kind}`)}
            </span>
            <small>
              {c(result)} · {on}
              {note !== undefined && ` · ${note}`}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ProblemList({ problems, tone }: { problems: readonly BankProblem[]; tone: 'bad' | 'warn' }) {
  const say = useProblemText();
  const texts = [...new Set(problems.map(say))];
  return (
    <ul className="bk-problems">
      {texts.map((text) => (
        <li key={text} className={`dk-st ${tone}`}>
          <Icon name={tone === 'bad' ? 'cross' : 'warning'} />
          {text}
        </li>
      ))}
    </ul>
  );
}
