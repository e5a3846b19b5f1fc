import { useMemo, useState, type CSSProperties } from 'react';
import type { Unit } from '@anquanli/contract/units';
import { useWords } from '../../../lib/i18n';
import { Card } from '../../../ui/desk/Card';
import { Chips } from '../../../ui/desk/Chips';
import { FieldGroup } from '../../../ui/desk/Field';
import { audienceLines, sectorsIn } from '../model/audience-lines';
import { editorWords } from '../words-editor';
import type { EditorPart } from './editor-part';
import { Fixed } from './Fixed';

const LINES = 200;

/** Units with all below them, and sectors; nothing chosen = all. */
export function AudienceSection({ draft, change, isFixed, units }: EditorPart & { units: readonly Unit[] }) {
  const t = useWords(editorWords);
  const [search, setSearch] = useState('');
  const sectors = useMemo(() => sectorsIn(units), [units]);
  const lines = useMemo(() => audienceLines(units, search, draft.unitIds), [units, search, draft.unitIds]);
  const toggle = (id: string) =>
    change({
      unitIds: draft.unitIds.includes(id) ? draft.unitIds.filter((each) => each !== id) : [...draft.unitIds, id],
    });
  return (
    <Card title={t('audience')}>
      <Fixed isFixed={isFixed('audience')}>
        <FieldGroup label={t('units')} help={units.length === 0 ? t('noUnits') : t('unitsHelp')}>
          <div className="cd-checks">
            <label>
              <input type="checkbox" checked={draft.unitIds.length === 0} onChange={() => change({ unitIds: [] })} />
              {t('unitsAll')}
            </label>
          </div>
          <input
            className="dk-input"
            type="search"
            aria-label={t('unitsSearch')}
            placeholder={t('unitsSearch')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <div className="cd-tree" tabIndex={0} role="group" aria-label={t('unitsSome')}>
            {lines.slice(0, LINES).map(({ unit, depth, isCovered }) => (
              <label key={unit.id} style={{ '--depth': depth } as CSSProperties}>
                <input
                  type="checkbox"
                  checked={draft.unitIds.includes(unit.id) || isCovered}
                  disabled={isCovered}
                  onChange={() => toggle(unit.id)}
                />
                {unit.name}
              </label>
            ))}
          </div>
        </FieldGroup>
        {sectors.length > 0 && (
          <FieldGroup label={t('sectors')}>
            <Chips
              allLabel={t('sectorsAll')}
              items={sectors.map(({ sector, count }) => ({ value: sector, label: sector, count }))}
              chosen={draft.sectors}
              onChange={(chosen) => change({ sectors: chosen })}
            />
          </FieldGroup>
        )}
      </Fixed>
    </Card>
  );
}
