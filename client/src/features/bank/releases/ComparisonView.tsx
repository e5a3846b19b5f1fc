import { useState } from 'react';
import { Link } from 'wouter';
import type { SetChange, SetComparison } from '@anquanli/contract/bank-releases';
import { useWords } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { useReasonText } from '../components/use-value-words';
import { FieldNames } from '../editor/FieldNames';
import { groupedChanges } from '../model/release-groups';
import { releasesWords } from '../words-releases';

/** What differs between two versions: changed answers first and loud, then the rest by what it is. */
export function ComparisonView({ setId, comparison }: { setId: string; comparison: SetComparison }) {
  const t = useWords(releasesWords);
  const groups = groupedChanges(comparison);
  const { from, changes, keyChanges } = comparison;
  const isNothing = from !== null && changes.length === 0 && keyChanges.length === 0;
  return (
    <div className="bk-comparison">
      <p className="bk-since">
        <b>{comparison.from === null ? t('first') : t('since', { version: comparison.from })}</b>
        {comparison.from !== null && <span className="dk-tag">{t(`bump_${comparison.bump}`)}</span>}
      </p>
      <KeyChanges setId={setId} comparison={comparison} />
      {isNothing && <p className="muted">{t('nothing')}</p>}
      {(['added', 'changed', 'deprecated', 'removed', 'ofSet'] as const).map((name) => (
        <Group key={name} title={t(name)} changes={groups[name]} setId={setId} />
      ))}
    </div>
  );
}

function KeyChanges({ setId, comparison: { keyChanges } }: { setId: string; comparison: SetComparison }) {
  const t = useWords(releasesWords);
  const reasonText = useReasonText();
  if (keyChanges.length === 0) return null;
  return (
    <section className="bk-keychanges">
      <h3>
        <Icon name="warning" />
        {t('keyChanges')} <b className="num">{keyChanges.length}</b>
      </h3>
      <p>{t('keyChangesHelp')}</p>
      <ul>
        {keyChanges.map(({ replaced, replacedStem, by, byStem, reason }) => (
          <li key={by}>
            <span className="dk-tag">{reasonText(reason)}</span>
            <p>
              <small>{t('keyOld')}</small>
              <Link href={`/bank/${setId}/questions/${replaced}`}>{replacedStem}</Link>
            </p>
            <p>
              <small>{t('keyNew')}</small>
              <Link href={`/bank/${setId}/questions/${by}`}>{byStem}</Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** More are shown on request: a first release is all new. */
const FEW = 8;

function Group({ title, changes, setId }: { title: string; changes: readonly SetChange[]; setId: string }) {
  const t = useWords(releasesWords);
  const [isWhole, setWhole] = useState(false);
  if (changes.length === 0) return null;
  const shown = isWhole ? changes : changes.slice(0, FEW);
  return (
    <section className="bk-group">
      <h3>
        {title} <b className="num">{changes.length}</b>
      </h3>
      <ul>
        {shown.map((change) => (
          <ChangeLine key={`${change.what} ${change.subject}`} change={change} setId={setId} />
        ))}
      </ul>
      {shown.length < changes.length && (
        <button type="button" className="dk-link" onClick={() => setWhole(true)}>
          {t('showAll', { count: changes.length })}
        </button>
      )}
    </section>
  );
}

function ChangeLine({ change, setId }: { change: SetChange; setId: string }) {
  const t = useWords(releasesWords);
  const { what, subject, fields, stem } = change;
  if (stem !== null) {
    return (
      <li>
        <Link href={`/bank/${setId}/questions/${subject}`}>{stem}</Link>
        {what === 'question_changed' && (
          <small>
            <FieldNames fields={fields} />
          </small>
        )}
      </li>
    );
  }
  switch (what) {
    case 'category_added':
    case 'category_removed':
    case 'category_changed':
    case 'type_removed':
      return (
        <li>
          {t(`change_${what}`)} {subject}
        </li>
      );
    case 'set_field':
      return (
        <li>
          {t('change_set_field')} <FieldNames fields={fields} />
        </li>
      );
    default:
      return <li>{subject}</li>;
  }
}
