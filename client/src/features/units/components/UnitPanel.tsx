import { useState } from 'react';
import { Link } from 'wouter';
import { unitFileRoutes } from '@anquanli/contract/unit-files';
import { unitRoutes, type Unit } from '@anquanli/contract/units';
import { call } from '../../../lib/api-client';
import { downloadFile } from '../../../lib/download-file';
import { useErrorText } from '../../../lib/error-words';
import { useLanguage, useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { Card } from '../../../ui/desk/Card';
import { deskButton, DeskButton } from '../../../ui/desk/DeskButton';
import { Note } from '../../../ui/Note';
import { pathOf, peopleWithin } from '../model/tree-lines';
import { words } from '../words';
import { CaptainsCard } from './CaptainsCard';
import { CodesCard } from './CodesCard';
import { HistoryCard } from './HistoryCard';
import { PlaceDialog, type PlaceTask } from './PlaceDialog';
import { RosterCard } from './RosterCard';
import { UnitDialog, type UnitTask } from './UnitDialog';

interface UnitPanelProps {
  unit: Unit;
  units: readonly Unit[];
  isCaptain: boolean;
  onChanged(): void;
}

/** One unit: what it is, what can be done with it, its codes, captains and record. */
export function UnitPanel({ unit, units, isCaptain, onChanged }: UnitPanelProps) {
  const t = useWords(words);
  const [language] = useLanguage();
  const order = useOrder();
  const problem = useErrorText(order.failure);
  const [task, setTask] = useState<UnitTask | null>(null);
  const [place, setPlace] = useState<PlaceTask | null>(null);
  const people = peopleWithin(units).get(unit.id) ?? 0;
  const isMerged = unit.status === 'merged';
  const isOwnTop = isCaptain && !units.some(({ id }) => id === unit.parentId);

  async function retire(isRetired: boolean) {
    const input = { params: { unitId: unit.id }, body: { version: unit.version, isRetired } };
    if ((await order.give(() => call(unitRoutes.retire, input))) !== null) onChanged();
  }

  function save() {
    const query = { unitId: unit.id, language };
    return order.give(() => downloadFile(unitFileRoutes.export, { query }, `${unit.name}.xlsx`));
  }

  return (
    <div className="un-panel">
      <Card title={unit.name} note={pathOf(units, unit.id).slice(0, -1).join(' · ')}>
        <p className="dk-lead">
          {t(`kind_${unit.kind}`)}
          {unit.sector !== null && ` · ${unit.sector}`} ·{' '}
          {unit.headCount === null
            ? t('peopleOf', { people })
            : t('peopleOfHead', { people, headCount: unit.headCount })}
          {unit.status !== 'active' && ` · ${t(`status_${unit.status}`)}`}
        </p>
        {unit.isOverfull && <Note tone="no" title={t('overfull')} />}
        {problem !== '' && <Note tone="no" title={problem} />}
        {!isMerged && (
          <div className="un-deeds">
            <DeskButton icon="pencil" onClick={() => setTask({ as: 'edit', unit })}>
              {t('edit')}
            </DeskButton>
            {unit.status === 'active' && (
              <DeskButton icon="plus" onClick={() => setTask({ as: 'new', parent: unit })}>
                {t('addBelow')}
              </DeskButton>
            )}
            {!isOwnTop && (
              <>
                <DeskButton onClick={() => setPlace({ as: 'move', unit })}>{t('move')}</DeskButton>
                {unit.status === 'active' && (
                  <DeskButton onClick={() => setPlace({ as: 'merge', unit })}>{t('merge')}</DeskButton>
                )}
                <DeskButton isBusy={order.isBusy} onClick={() => void retire(unit.status === 'active')}>
                  {t(unit.status === 'active' ? 'retire' : 'revive')}
                </DeskButton>
              </>
            )}
            <Link href={`/units/people?unit=${unit.id}`} className={deskButton()}>
              {t('people')}
            </Link>
            <DeskButton icon="download" isBusy={order.isBusy} onClick={() => void save()}>
              {t('exportBelow')}
            </DeskButton>
          </div>
        )}
      </Card>
      {unit.status === 'active' && <CodesCard unit={unit} onChanged={onChanged} />}
      {!isMerged && <RosterCard unit={unit} onChanged={onChanged} />}
      {!isCaptain && !isMerged && <CaptainsCard unitId={unit.id} />}
      <HistoryCard unitId={unit.id} version={unit.version} />
      <UnitDialog
        task={task}
        onClose={() => setTask(null)}
        onDone={() => {
          setTask(null);
          onChanged();
        }}
      />
      <PlaceDialog
        task={place}
        units={units}
        isCaptain={isCaptain}
        onClose={() => setPlace(null)}
        onDone={() => {
          setPlace(null);
          onChanged();
        }}
      />
    </div>
  );
}
