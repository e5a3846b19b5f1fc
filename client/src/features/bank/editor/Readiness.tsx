import { Link } from 'wouter';
import type { DeskQuestion } from '@anquanli/contract/bank';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { Icon } from '../../../ui/Icon';
import { OpenFindings } from '../components/OpenFindings';
import { openFindings } from '../model/open-findings';
import { common } from '../words-common';
import { editorWords } from '../words-editor';

/** What stands between the question and a release, and which checks are on record. */
export function Readiness({ desk, isAdmin }: { desk: DeskQuestion; isAdmin: boolean }) {
  const t = useWords(editorWords);
  const c = useWords(common);
  const { question } = desk;
  const findings = openFindings(desk);
  const checks = question.checks ?? [];
  const isLiving = question.status !== 'deprecated' && question.status !== 'retired';
  return (
    <Card className="bk-readiness">
      {isLiving && (
        <>
          <h3>{findings.length === 0 ? t('missingNone') : t('missingTitle')}</h3>
          <OpenFindings findings={findings} />
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
