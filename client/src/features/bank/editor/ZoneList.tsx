import { useWords } from '../../../lib/i18n';
import { FieldGroup } from '../../../ui/desk/Field';
import { Icon } from '../../../ui/Icon';
import type { DraftZone } from '../model/draft';
import { zoneWords } from '../words-zones';
import type { EditorPart } from './editor-part';

interface ZoneListProps extends EditorPart {
  selected: string | null;
  onSelect(id: string): void;
}

/** The zones by name: the list form for people who cannot see or point is made of it. */
export function ZoneList(props: ZoneListProps) {
  const t = useWords(zoneWords);
  const { zones } = props.draft;
  return (
    <FieldGroup label={t('zoneList')} help={t('zoneListHelp')}>
      {zones.length === 0 ? (
        <p className="bk-zones-none">{t('zonesNone')}</p>
      ) : (
        <ol className="bk-zone-list">
          {zones.map((zone, index) => (
            <ZoneRow key={zone.id} {...props} zone={zone} no={index + 1} />
          ))}
        </ol>
      )}
    </FieldGroup>
  );
}

function ZoneRow({
  draft,
  change,
  problem,
  selected,
  onSelect,
  zone,
  no,
}: ZoneListProps & { zone: DraftZone; no: number }) {
  const t = useWords(zoneWords);
  const wrong = problem(`zone.${zone.id}`);
  const put = (part: { label?: string; feedback?: string; isRight?: boolean }) =>
    change({ ...draft, zones: draft.zones.map((each) => (each.id === zone.id ? { ...each, ...part } : each)) });
  return (
    <li className={selected === zone.id ? 'on' : undefined} onFocus={() => onSelect(zone.id)}>
      <button
        type="button"
        className={`bk-zone-no ${zone.isRight ? 'right' : 'decoy'}`}
        aria-pressed={selected === zone.id}
        aria-label={t('zoneSelect', { n: no })}
        onClick={() => onSelect(zone.id)}
      >
        {no}
      </button>
      <input
        className="dk-input"
        aria-label={t('zoneLabel', { n: no })}
        aria-invalid={wrong !== null || undefined}
        maxLength={120}
        placeholder={t('zonePlaceholder')}
        value={zone.label}
        onChange={(event) => put({ label: event.target.value })}
      />
      <select
        className="dk-input"
        aria-label={t('zoneKind', { n: no })}
        value={zone.isRight ? 'right' : 'decoy'}
        onChange={(event) => put({ isRight: event.target.value === 'right' })}
      >
        <option value="right">{t('zoneRight')}</option>
        <option value="decoy">{t('zoneDecoy')}</option>
      </select>
      <button
        type="button"
        className="dk-small"
        aria-label={t('zoneRemove', { n: no })}
        title={t('zoneRemove', { n: no })}
        onClick={() => change({ ...draft, zones: draft.zones.filter((each) => each.id !== zone.id) })}
      >
        <Icon name="cross" />
      </button>
      <input
        className="dk-input bk-zone-feedback"
        aria-label={t('zoneFeedback', { n: no })}
        maxLength={500}
        placeholder={t('zoneFeedbackPlaceholder')}
        value={zone.feedback}
        onChange={(event) => put({ feedback: event.target.value })}
      />
      {wrong !== null && (
        <p className="bk-wrong">
          <Icon name="warning" />
          {wrong}
        </p>
      )}
    </li>
  );
}
