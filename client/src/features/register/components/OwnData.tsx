import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { peopleRoutes, type Participant } from '@anquanli/contract/people';
import { call } from '../../../lib/api-client';
import { useLargeText } from '../../../lib/display';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { forgetPerson } from '../../../lib/own-seat';
import { useOrder } from '../../../lib/use-call';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { Note } from '../../../ui/Note';
import { Sheet } from '../../../ui/Sheet';
import { saveOwnFile } from '../model/save-own-file';
import { words } from '../words';
import { TypedField } from './TypedField';

interface OwnDataProps {
  token: string;
  participant: Participant;
  onChange(next: Participant): void;
}

/** Employee number, a copy of everything, and the way out. */
export function OwnData({ token, participant, onChange }: OwnDataProps) {
  const t = useWords(words);
  const order = useOrder();
  const [employeeNo, setEmployeeNo] = useState(participant.employeeNo ?? '');
  const [isErasing, setErasing] = useState(false);
  const [isLarge, setLarge] = useLargeText();
  const problem = useErrorText(order.failure);

  async function save(event: FormEvent) {
    event.preventDefault();
    const body = { employeeNo: employeeNo.trim() };
    const next = await order.give(() => call(peopleRoutes.setEmployeeNo, { token, body }));
    if (next !== null) onChange(next);
  }

  return (
    <section className="plate own">
      <form onSubmit={(event) => void save(event)} noValidate>
        <TypedField label={t('employeeNo')} value={employeeNo} help={t('noEmployeeNo')} onChange={setEmployeeNo} />
        <Button
          type="submit"
          kind="quiet"
          disabled={order.isBusy || employeeNo.trim() === (participant.employeeNo ?? '') || employeeNo.trim() === ''}
        >
          {t('save')}
        </Button>
      </form>
      {problem !== '' && <Note tone="no" title={problem} />}
      <button type="button" className="entry" onClick={() => setLarge(!isLarge)}>
        <Icon name="largeText" />
        <span>
          <b>{t(isLarge ? 'normalText' : 'largeText')}</b>
        </span>
        <Icon name="go" className="go" />
      </button>
      <button type="button" className="entry" onClick={() => void order.give(() => saveOwnFile(token))}>
        <Icon name="book" />
        <span>
          <b>{t('exportMine')}</b>
          <small>{t('exportHelp')}</small>
        </span>
        <Icon name="go" className="go" />
      </button>
      <button type="button" className="entry" onClick={() => setErasing(true)}>
        <Icon name="cross" />
        <span>
          <b>{t('erase')}</b>
          <small>{t('eraseHelp')}</small>
        </span>
        <Icon name="go" className="go" />
      </button>
      {isErasing && <EraseSheet token={token} onClose={() => setErasing(false)} />}
    </section>
  );
}

function EraseSheet({ token, onClose }: { token: string; onClose(): void }) {
  const t = useWords(words);
  const [, navigate] = useLocation();
  const order = useOrder();
  const [name, setName] = useState('');
  const error = useErrorText(order.failure);

  async function erase(event: FormEvent) {
    event.preventDefault();
    const done = await order.give(() => call(peopleRoutes.eraseMe, { token, body: { name } }));
    if (done === null) return;
    forgetPerson();
    navigate('/', { replace: true });
  }

  return (
    <Sheet title={t('erase')} onClose={onClose}>
      <form onSubmit={(event) => void erase(event)} noValidate>
        <TypedField label={t('eraseConfirm')} help={t('eraseHelp')} error={error} value={name} onChange={setName} />
        <Button type="submit" disabled={order.isBusy || name.trim() === ''}>
          {t('erase')}
        </Button>
        <Button kind="text" onClick={onClose}>
          {t('cancel')}
        </Button>
      </form>
    </Sheet>
  );
}
