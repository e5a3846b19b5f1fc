import { Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import { unitRoutes, type Unit } from '@anquanli/contract/units';
import { UNIT_KINDS } from '@anquanli/contract/vocabulary';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { DialogForm } from '../../../ui/desk/DialogForm';
import { FieldGroup } from '../../../ui/desk/Field';
import { pathOf } from '../model/tree-lines';
import { words } from '../words';

export interface PlaceTask {
  readonly as: 'move' | 'merge';
  readonly unit: Unit;
}

interface PlaceDialogProps {
  task: PlaceTask | null;
  units: readonly Unit[];
  isCaptain: boolean;
  onClose(): void;
  onDone(): void;
}

const TOP = 'top';

/** Where a unit goes: below another, or into it. */
export function PlaceDialog({ task, ...rest }: PlaceDialogProps) {
  const t = useWords(words);
  return (
    <Modal
      open={task !== null}
      title={task === null ? '' : t(task.as === 'move' ? 'moveTitle' : 'mergeTitle', { name: task.unit.name })}
      footer={null}
      destroyOnHidden
      onCancel={rest.onClose}
    >
      {task !== null && <PlaceForm task={task} {...rest} />}
    </Modal>
  );
}

function PlaceForm({ task, units, isCaptain, onClose, onDone }: PlaceDialogProps & { task: PlaceTask }) {
  const t = useWords(words);
  const order = useOrder();
  const problem = useErrorText(order.failure);
  const [to, setTo] = useState<string | null>(null);
  const { as, unit } = task;
  const places = useMemo(() => placesFor(task, units), [task, units]);
  const options = [
    ...(as === 'move' && !isCaptain ? [{ value: TOP, label: t('top') }] : []),
    ...places.map(({ id }) => ({ value: id, label: pathOf(units, id).join(' · ') })),
  ];

  async function submit() {
    if (to === null) return;
    const { version } = unit;
    const params = { unitId: unit.id };
    const done = await order.give(() =>
      as === 'move'
        ? call(unitRoutes.move, { params, body: { version, parentId: to === TOP ? null : to } })
        : call(unitRoutes.merge, { params, body: { version, into: to } }),
    );
    if (done !== null) onDone();
  }

  return (
    <DialogForm
      problem={problem}
      cancel={t('cancel')}
      button={t(as)}
      look={as === 'merge' ? 'danger' : 'primary'}
      isBusy={order.isBusy}
      isDisabled={to === null}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      {as === 'merge' && <p className="dk-lead">{t('mergeHelp')}</p>}
      <FieldGroup label={t(as === 'move' ? 'moveTo' : 'mergeInto')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t(as === 'move' ? 'moveTo' : 'mergeInto')}
          placeholder={t('pick')}
          style={{ width: '100%' }}
          value={to}
          options={options}
          onChange={setTo}
        />
      </FieldGroup>
    </DialogForm>
  );
}

/** What the server would take, as far as the desk can tell. */
function placesFor({ as, unit }: PlaceTask, units: readonly Unit[]): Unit[] {
  const rank = UNIT_KINDS.indexOf(unit.kind);
  return units.filter(({ id, kind, status }) => {
    if (id === unit.id || status !== 'active') return false;
    return as === 'merge' ? kind === unit.kind : UNIT_KINDS.indexOf(kind) <= rank && id !== unit.parentId;
  });
}
