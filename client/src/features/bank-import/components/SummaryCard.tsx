import type { ImportDetail, ImportMapping } from '@anquanli/contract/bank-imports';
import { Link } from 'wouter';
import { formatNumber, useWords } from '../../../lib/i18n';
import { Icon, type IconName } from '../../../ui/Icon';
import { kindWords } from '../../../ui/question/kind-words';
import { fileSize } from '../model/file-check';
import { common } from '../words-common';
import { readingWords } from '../words-reading';
import { rowsWords } from '../words-rows';
import { useReadAs } from './use-read-as';

interface SummaryProps {
  detail: ImportDetail;
  mapping: ImportMapping | null;
  setTitle: string;
}

/** The file, the set it goes to, and what was found in it. */
export function SummaryCard({ detail, mapping, setTitle }: SummaryProps) {
  const t = useWords(readingWords);
  const c = useWords(common);
  const kindName = useWords(kindWords);
  const r = useWords(rowsWords);
  const readAs = useReadAs(mapping);
  const { counts, state } = detail;
  return (
    <section className="dk-card bi-sum">
      <div>
        <b className="bi-file-name">{detail.name}</b>
        <span>{[...readAs, fileSize(detail.bytes)].join(' · ')}</span>
        <div className="bi-target">
          <Link href={`/bank/${detail.setId}`} className="dk-link">
            {r('intoSet', { title: setTitle })}
          </Link>
          <p className="bi-kinds">
            {counts.byKind
              .filter(({ count }) => count > 0)
              .map(({ kind, count }) => (
                <span key={kind} className="dk-tag">
                  {c('kindCount', { kind: kindName(kind), count: formatNumber(count) })}
                </span>
              ))}
          </p>
        </div>
      </div>
      {(state === 'ready' || state === 'committed') && (
        <>
          <Figure value={counts.good + counts.refused} label={t('sumTotal')} />
          <Figure
            value={counts.good}
            label={counts.known > 0 ? t('sumKnown', { count: counts.known }) : t('sumGood')}
            icon="tick"
            tone="ok"
          />
          <Figure value={counts.refused} label={t('sumRefused')} icon="cross" tone="bad" />
          <Figure value={counts.similar} label={t('sumSimilar')} icon="warning" tone="warn" />
        </>
      )}
    </section>
  );
}

function Figure({ value, label, icon, tone }: { value: number; label: string; icon?: IconName; tone?: string }) {
  return (
    <div className={`bi-figure${tone === undefined || value === 0 ? '' : ` ${tone}`}`}>
      <b className="num">
        {icon !== undefined && value > 0 && <Icon name={icon} />}
        {formatNumber(value)}
      </b>
      <span>{label}</span>
    </div>
  );
}
