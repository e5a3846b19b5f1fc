import type { QuestionKind } from '@anquanli/contract/vocabulary';
import { formatNumber, useWords } from '../../../lib/i18n';
import { BreakText } from '../../../ui/BreakText';
import { Card } from '../../../ui/desk/Card';
import { OptionBars } from '../../../ui/desk/OptionBars';
import { optionRows } from '../../../ui/desk/option-rows';
import { Icon } from '../../../ui/Icon';
import { consoleWords } from '../words-console';
import type { ConsolePart } from './console-part';
import { usePeek } from './use-peek';

/** Words and taps are judged at the reveal only: before, nothing is counted that could be shown. */
function isCountedLate(kind: QuestionKind): boolean {
  return kind === 'text' || kind === 'hotspot';
}

/** How the hall answers. Before the reveal both the counts and the key show only while held, since laptops are mirrored. */
export function DistributionCard({ run, shared }: ConsolePart) {
  const t = useWords(consoleWords);
  const { isPeeking, hold } = usePeek();
  const { view } = shared;
  const asked = view.questions.find((question) => question.questionNo === view.questionNo);
  if (asked === undefined) return null;
  const isRevealed = view.phase === 'reveal';
  const isOpen = isRevealed || isPeeking;
  const answered = view.distribution?.answered ?? run.counters?.answered ?? 0;
  const people = view.distribution?.seats ?? run.counters?.people ?? 0;
  const choices = view.distribution?.choices ?? (isCountedLate(asked.kind) ? null : (run.counters?.choices ?? []));
  const rows = optionRows(asked, isOpen ? asked.revelation.key : null, isOpen ? choices : null, answered);
  return (
    <Card
      className="dk-now"
      isScrollable
      title={t('live')}
      note={t(isRevealed ? 'liveShared' : 'liveSecret')}
      aside={
        <>
          {!isRevealed && (
            <button
              type="button"
              className={`dk-btn dk-peek${isPeeking ? ' on' : ''}`}
              aria-pressed={isPeeking}
              title={t('peekHint')}
              {...hold}
            >
              <Icon name="eye" />
              {t(isPeeking ? 'peeking' : 'peek')}
            </button>
          )}
          <span className="dk-answered">
            <b className="num">{formatNumber(answered)}</b> {t('answeredOf', { people: formatNumber(people) })}
          </span>
        </>
      }
    >
      <OptionBars
        rows={rows}
        showsKey={isOpen}
        words={{
          right: t('rightAnswer'),
          isTrue: t('isTrue'),
          isFalse: t('isFalse'),
          rest: t('otherNumbers'),
          count: (count) => t('count', { count: formatNumber(count) }),
        }}
      />
      {rows.length === 0 && <p className="muted">{t('liveHidden')}</p>}
      {isRevealed && (
        <div className="dk-why">
          {asked.revelation.voidReason !== null && <p>{t('voided', { reason: asked.revelation.voidReason })}</p>}
          <p>
            <b>{t('why')}</b> <BreakText text={asked.revelation.explanation} />
          </p>
          {asked.revelation.citations.map((citation) => (
            <p key={`${citation.title}${citation.locator ?? ''}`} className="muted">
              {t('source')}: {citation.title} {citation.locator}
            </p>
          ))}
        </div>
      )}
    </Card>
  );
}
