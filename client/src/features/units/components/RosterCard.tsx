import { useCallback } from 'react';
import { Link } from 'wouter';
import { rosterRoutes } from '@anquanli/contract/rosters';
import type { Unit } from '@anquanli/contract/units';
import { call } from '../../../lib/api-client';
import { downloadFile } from '../../../lib/download-file';
import { useErrorText } from '../../../lib/error-words';
import { useLanguage, useWords } from '../../../lib/i18n';
import { useLoaded, useOrder } from '../../../lib/use-call';
import { Card } from '../../../ui/desk/Card';
import { Toggle } from '../../../ui/desk/Choices';
import { deskButton, DeskButton } from '../../../ui/desk/DeskButton';
import { Note } from '../../../ui/Note';
import { rosterWords } from '../words-roster';

/** Who may register with the unit, in short, and whether nobody else may. */
export function RosterCard({ unit, onChanged }: { unit: Unit; onChanged(): void }) {
  const t = useWords(rosterWords);
  const [language] = useLanguage();
  const order = useOrder();
  const problem = useErrorText(order.failure);
  const load = useCallback(() => call(rosterRoutes.list, { params: { unitId: unit.id }, query: {} }), [unit.id]);
  const { value } = useLoaded(load);
  const params = { unitId: unit.id };

  async function setRule(isRosterOnly: boolean) {
    const input = { params, body: { version: unit.version, isRosterOnly } };
    if ((await order.give(() => call(rosterRoutes.setRule, input))) !== null) onChanged();
  }
  function save() {
    const name = `${t('titleOf', { name: unit.name })}.xlsx`;
    return order.give(() => downloadFile(rosterRoutes.export, { params, query: { language } }, name));
  }

  return (
    <Card title={t('title')}>
      {value !== null && <p className="dk-lead">{value.total === 0 ? t('none') : t('counted', { ...value })}</p>}
      {problem !== '' && <Note tone="no" title={problem} />}
      <Toggle
        label={t('isRosterOnly')}
        help={t('isRosterOnlyHelp')}
        isOn={unit.isRosterOnly}
        onChange={(next) => void setRule(next)}
      />
      {unit.isRosterOnly && value?.total === 0 && <Note tone="wait" title={t('emptyButOnly')} />}
      <div className="un-deeds">
        <Link href={`/units/${unit.id}/roster`} className={deskButton()}>
          {t('open')}
        </Link>
        <DeskButton icon="download" isBusy={order.isBusy} onClick={() => void save()}>
          {t('download')}
        </DeskButton>
      </div>
    </Card>
  );
}
