import { Modal } from 'antd';
import { useState } from 'react';
import { unitRoutes, type Unit, type UnitContent } from '@anquanli/contract/units';
import { LIMITS, UNIT_KINDS, type UnitKind } from '@anquanli/contract/vocabulary';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { Choices, Toggle } from '../../../ui/desk/Choices';
import { DialogForm } from '../../../ui/desk/DialogForm';
import { NumberField } from '../../../ui/desk/NumberField';
import { TextField } from '../../../ui/desk/TextField';
import { words } from '../words';

export type UnitTask = { as: 'new'; parent: Unit | null } | { as: 'edit'; unit: Unit };

interface UnitDialogProps {
  task: UnitTask | null;
  onClose(): void;
  onDone(unit: Unit): void;
}

/** Makes a unit, or changes what is written about one. */
export function UnitDialog({ task, onClose, onDone }: UnitDialogProps) {
  const t = useWords(words);
  return (
    <Modal
      open={task !== null}
      title={t(task?.as === 'edit' ? 'editTitle' : 'newTitle')}
      footer={null}
      destroyOnHidden
      onCancel={onClose}
    >
      {task !== null && <UnitForm task={task} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

const NOTHING: UnitContent = {
  ...{ name: '', kind: 'enterprise', sector: null, code: null, headCount: null, aliases: [], needsApproval: false },
};

function UnitForm({ task, onClose, onDone }: UnitDialogProps & { task: UnitTask }) {
  const t = useWords(words);
  const order = useOrder();
  const problem = useErrorText(order.failure);
  const [content, setContent] = useState(() => contentOf(task));
  const put = (change: Partial<UnitContent>) => setContent((before) => ({ ...before, ...change }));
  const isNew = task.as === 'new';

  async function submit() {
    const tidy = { ...content, aliases: content.aliases.map((alias) => alias.trim()).filter((alias) => alias !== '') };
    const done = await order.give(() =>
      task.as === 'new'
        ? call(unitRoutes.create, { body: { parentId: task.parent?.id ?? null, content: tidy } })
        : call(unitRoutes.update, {
            params: { unitId: task.unit.id },
            body: { version: task.unit.version, content: tidy },
          }),
    );
    if (done !== null) onDone(done);
  }

  return (
    <DialogForm
      problem={problem}
      cancel={t('cancel')}
      button={t(isNew ? 'create' : 'save')}
      isBusy={order.isBusy}
      isDisabled={content.name.trim() === ''}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      {isNew && <p className="dk-lead">{task.parent === null ? t('atTop') : t('below', { name: task.parent.name })}</p>}
      <TextField
        label={t('name')}
        value={content.name}
        maxLength={LIMITS.unitNameChars}
        onChange={(name) => put({ name })}
      />
      <Choices<UnitKind>
        label={t('kind')}
        value={content.kind}
        items={UNIT_KINDS.map((value) => ({ value, label: t(`kind_${value}`) }))}
        onChange={(kind) => put({ kind })}
      />
      <TextField
        label={t('sector')}
        help={t('sectorHelp')}
        value={content.sector ?? ''}
        maxLength={LIMITS.sectorChars}
        onChange={(sector) => put({ sector: sector.trim() === '' ? null : sector })}
      />
      <NumberField
        label={t('headCount')}
        unit={t('headUnit')}
        help={t('headCountHelp')}
        value={content.headCount}
        onChange={(headCount) => put({ headCount: headCount === 0 ? null : headCount })}
      />
      <TextField
        label={t('code')}
        help={t('codeHelp')}
        value={content.code ?? ''}
        maxLength={32}
        isId
        onChange={(code) => put({ code: code.trim() === '' ? null : code.trim() })}
      />
      <TextField
        label={t('aliases')}
        help={t('aliasesHelp')}
        rows={2}
        value={content.aliases.join('\n')}
        onChange={(text) => put({ aliases: text === '' ? [] : text.split('\n') })}
      />
      <Toggle
        label={t('needsApproval')}
        help={t('needsApprovalHelp')}
        isOn={content.needsApproval}
        onChange={(needsApproval) => put({ needsApproval })}
      />
    </DialogForm>
  );
}

/** A new unit is most often of the next kind below. */
function contentOf(task: UnitTask): UnitContent {
  if (task.as === 'new') {
    const above = task.parent === null ? -1 : UNIT_KINDS.indexOf(task.parent.kind);
    return { ...NOTHING, kind: UNIT_KINDS[Math.min(above + 1, UNIT_KINDS.length - 1)] ?? 'team' };
  }
  const { name, kind, sector, code, headCount, aliases, needsApproval } = task.unit;
  return { name, kind, sector, code, headCount, aliases, needsApproval };
}
