import type { Citation, Revelation } from '@anquanli/contract/question';
import { useWords } from '../../../lib/i18n';
import { BreakText } from '../../../ui/BreakText';
import { Icon } from '../../../ui/Icon';
import { firstSentence } from '../model/fit';
import { stageWords } from '../words';

/** Whether there is anything to say about the answer. */
export function hasExplanation({ explanation, citations, voidReason }: Revelation): boolean {
  return voidReason !== null || explanation !== '' || citations.length > 0;
}

/** Why, and where it is written; of a withdrawn question, why it does not count. */
export function Explanation({ revelation, isWhole }: { revelation: Revelation; isWhole: boolean }) {
  const t = useWords(stageWords);
  const { explanation, citations, voidReason } = revelation;
  if (!hasExplanation(revelation)) return null;
  if (voidReason !== null) {
    return (
      <section className="st-why" data-fit="both">
        <h2>{t('voided')}</h2>
        <p>
          <BreakText text={voidReason} />
        </p>
        <p className="st-aside">{t('voidedHelp')}</p>
      </section>
    );
  }
  return (
    <section className="st-why" data-fit="both">
      {explanation !== '' && (
        <>
          <h2>{t('why')}</h2>
          <p>{isWhole ? explanation : firstSentence(explanation)}</p>
        </>
      )}
      {citations.length > 0 && <Sources citations={citations} isWhole={isWhole} />}
    </section>
  );
}

/** Where room is short the first ones are named and the rest are counted; phones have them all. */
const SOURCES_NAMED = 2;

function Sources({ citations, isWhole }: { citations: readonly Citation[]; isWhole: boolean }) {
  const t = useWords(stageWords);
  const named = isWhole ? citations : citations.slice(0, SOURCES_NAMED);
  return (
    <ul className="st-sources" aria-label={t('source')}>
      {named.map(({ title, locator }) => (
        <li key={`${title} ${locator ?? ''}`}>
          <Icon name="book" />
          <span>
            {title}
            {locator !== null && <b>{locator}</b>}
          </span>
        </li>
      ))}
      {named.length < citations.length && <li>{t('sourcesInAll', { count: citations.length })}</li>}
    </ul>
  );
}
