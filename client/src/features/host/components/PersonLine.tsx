import { Dropdown } from 'antd';
import { useState } from 'react';
import type { PersonRow } from '@anquanli/contract/live-host';
import type { Phase } from '@anquanli/contract/vocabulary';
import { formatNumber, useWords } from '../../../lib/i18n';
import { Icon, type IconName } from '../../../ui/Icon';
import { awaySpan, personState, type PersonState } from '../model/person-state';
import { peopleWords } from '../words-people';
import { BanDialog } from './BanDialog';
import { RenameDialog } from './RenameDialog';
import type { GiveOrder } from './use-give-order';
import { useSeatOrders } from './use-seat-orders';
import type { Run } from './use-run';

interface PersonLineProps {
  person: PersonRow;
  phase: Phase;
  now: number;
  run: Run;
  give: GiveOrder;
  onChanged(): void;
}

export function PersonLine({ person, phase, now, run, give, onChanged }: PersonLineProps) {
  const t = useWords(peopleWords);
  const [dialog, setDialog] = useState<'rename' | 'ban' | null>(null);
  const orders = useSeatOrders(run, person, onChanged);
  const close = () => setDialog(null);
  const isIn = person.status === 'active';
  const items = isIn
    ? [
        { key: 'rename', label: t('rename'), onClick: () => setDialog('rename') },
        {
          key: 'name',
          label: t(person.isNameHidden ? 'showName' : 'hideName'),
          onClick: () => void orders.send({ action: person.isNameHidden ? 'show_name' : 'hide_name' }),
        },
        { key: 'kick', label: t('kick'), onClick: orders.askToKick },
        { key: 'ban', label: t('ban'), danger: true, onClick: () => setDialog('ban') },
      ]
    : [{ key: 'readmit', label: t('readmit'), onClick: () => void orders.readmit() }];
  return (
    <li>
      <span className="dk-person">
        <b>{person.name}</b>
        <small>
          {t('seat', { no: person.seatNo })}
          {person.isNameHidden && isIn && ` · ${t('nameHidden')}`}
        </small>
      </span>
      <StateTag state={personState(person, phase)} offlineSince={person.offlineSince} now={now} />
      <span className="dk-person-figure">{figureOf(person)}</span>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <button type="button" className="dk-more" aria-label={t('actionsOf', { name: person.name })}>
          {t('more')}
        </button>
      </Dropdown>
      {dialog === 'rename' && <RenameDialog person={person} onSend={orders.rename} onClose={close} />}
      {dialog === 'ban' && <BanDialog person={person} onSend={orders.ban} give={give} onClose={close} />}
    </li>
  );

  function figureOf({ elapsedMs, rank, total }: PersonRow): string {
    if (phase === 'question_open' || phase === 'question_closed') {
      return elapsedMs === null ? '' : t('elapsed', { seconds: formatNumber(elapsedMs / 1000, 1) });
    }
    return rank === null || total === null ? '' : t('place', { rank });
  }
}

const LOOKS: Readonly<Record<PersonState, { tone: string; icon: IconName }>> = {
  kicked: { tone: 'idle', icon: 'stop' },
  banned: { tone: 'bad', icon: 'lock' },
  away: { tone: 'bad', icon: 'offline' },
  answered: { tone: 'ok', icon: 'tick' },
  waiting: { tone: 'idle', icon: 'phone' },
  online: { tone: 'ok', icon: 'tick' },
};
const LABELS = {
  kicked: 'isKicked',
  banned: 'isBanned',
  answered: 'isAnswered',
  waiting: 'isWaiting',
  online: 'isOnline',
} as const;

function StateTag({ state, offlineSince, now }: { state: PersonState; offlineSince: number | null; now: number }) {
  const t = useWords(peopleWords);
  const span = awaySpan(offlineSince, now);
  const label =
    state !== 'away'
      ? t(LABELS[state])
      : span === null
        ? t('isNeverSeen')
        : t('isAwayFor', { span: t(span.unit === 'seconds' ? 'spanSeconds' : 'spanMinutes', { count: span.count }) });
  return (
    <span className={`dk-st ${LOOKS[state].tone}`}>
      <Icon name={LOOKS[state].icon} />
      {label}
    </span>
  );
}
