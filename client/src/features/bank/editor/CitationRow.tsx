import { isoDay } from '../../../lib/dates';
import { useWords } from '../../../lib/i18n';
import { serverNow } from '../../../lib/server-clock';
import { Icon } from '../../../ui/Icon';
import { SourcePicker } from '../components/SourcePicker';
import type { DraftCitation } from '../model/draft';
import { editorWords } from '../words-editor';
import type { EditorPart } from './editor-part';

/** One source: which, which article, and the day on which somebody looked. */
export function CitationRow(props: EditorPart & { citation: DraftCitation; n: number }) {
  const { draft, change, registry, problem, problemWithin, citation, n } = props;
  const t = useWords(editorWords);
  const place = `citations.${n}`;
  const wrong = problem(place) ?? problemWithin(place);
  const hasChanged = registry.source(citation.source)?.hasChanged ?? false;
  const put = (part: Partial<DraftCitation>) =>
    change({
      ...draft,
      citations: draft.citations.map((each, index) => (index === n ? { ...each, ...part } : each)),
    });
  return (
    <li>
      <div className="bk-citation">
        <SourcePicker
          id={`citation-${n}`}
          aria-invalid={wrong !== null || undefined}
          registry={registry}
          value={citation.source}
          onChange={(source) => put({ source })}
        />
        <input
          className="dk-input"
          aria-label={t('locator')}
          maxLength={60}
          placeholder={t('locatorPlaceholder')}
          value={citation.locator}
          onChange={(event) => put({ locator: event.target.value })}
        />
        <label className="bk-checked-on">
          <span>{t('checkedOn')}</span>
          <input
            className="dk-input"
            type="date"
            value={citation.checkedOn}
            onChange={(event) => put({ checkedOn: event.target.value })}
          />
          <button type="button" className="dk-link" onClick={() => put({ checkedOn: isoDay(serverNow()) })}>
            {t('today')}
          </button>
        </label>
        <button
          type="button"
          className="dk-small"
          aria-label={t('removeCitation', { n: n + 1 })}
          title={t('removeCitation', { n: n + 1 })}
          onClick={() => change({ ...draft, citations: draft.citations.filter((_, index) => index !== n) })}
        >
          <Icon name="cross" />
        </button>
      </div>
      {wrong !== null && (
        <p className="bk-wrong">
          <Icon name="warning" />
          {wrong}
        </p>
      )}
      {hasChanged && (
        <p className="dk-st warn">
          <Icon name="warning" />
          {t('sourceChanged')}
        </p>
      )}
    </li>
  );
}
