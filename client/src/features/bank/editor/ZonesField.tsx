import { useWords } from '../../../lib/i18n';
import { Choices } from '../../../ui/desk/Choices';
import { FieldGroup } from '../../../ui/desk/Field';
import { NumberField } from '../../../ui/desk/NumberField';
import { zoneWords } from '../words-zones';
import type { EditorPart } from './editor-part';
import { useZoneCanvas } from './use-zone-canvas';
import { ZoneCanvas } from './ZoneCanvas';
import { ZoneList } from './ZoneList';

/** Where in the picture the answer is: drawn on it, named below it. */
export function ZonesField(part: EditorPart) {
  const { draft, change, media, problem, problemWithin } = part;
  const t = useWords(zoneWords);
  const picture = media.find(({ id }) => id === draft.media[0]) ?? null;
  const canvas = useZoneCanvas(draft.zones, picture, (zones) => change({ ...draft, zones }));
  return (
    <>
      <FieldGroup
        label={t('zonesTitle')}
        problem={problem('answer.regions') ?? problemWithin('answer.regions') ?? problemWithin('answer.decoys')}
      >
        {picture === null ? (
          <p className="bk-zones-none">{t('zonesNeedPicture')}</p>
        ) : (
          <ZoneCanvas picture={picture} {...canvas} />
        )}
      </FieldGroup>
      <ZoneList {...part} selected={canvas.canvas.selected} onSelect={(id) => canvas.act({ do: 'select', id })} />
      <Choices
        label={t('mode')}
        value={draft.mode}
        items={(['find-all', 'find-one'] as const).map((value) => ({ value, label: t(`mode_${value}`) }))}
        onChange={(mode) => change({ ...draft, mode })}
      />
      <div className="dk-grid-2">
        <NumberField
          label={t('maxClicks')}
          unit={t('clicksUnit')}
          help={t('maxClicksHelp')}
          problem={problem('answer.maxClicks')}
          value={draft.maxClicks}
          onChange={(maxClicks) => change({ ...draft, maxClicks: maxClicks === null ? null : Math.min(30, maxClicks) })}
        />
        <NumberField
          label={t('tolerance')}
          unit={t('toleranceUnit')}
          help={t('toleranceHelp')}
          value={draft.tolerance}
          onChange={(tolerance) => change({ ...draft, tolerance: tolerance === null ? null : Math.min(10, tolerance) })}
        />
      </div>
    </>
  );
}
