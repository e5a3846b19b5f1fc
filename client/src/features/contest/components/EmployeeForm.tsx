import { useState, type FormEvent } from 'react';
import { peopleRoutes } from '@anquanli/contract/people';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useOrder } from '../../../lib/use-call';
import { Button } from '../../../ui/Button';
import { words } from '../words';

/** The number that this contest asks for, before the first paper. */
export function EmployeeForm({ token, onSaved }: { token: string; onSaved(): void }) {
  const t = useWords(words);
  const [employeeNo, setEmployeeNo] = useState('');
  const order = useOrder();
  const refused = useErrorText(order.failure);
  const error = order.failure?.code === 'invalid_input' ? t('employeeBad') : refused;

  async function save(event: FormEvent) {
    event.preventDefault();
    const body = { employeeNo: employeeNo.trim() };
    if ((await order.give(() => call(peopleRoutes.setEmployeeNo, { body, token }))) !== null) onSaved();
  }

  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <label className="label" htmlFor="employee-no">
        {t('employeeTitle')}
      </label>
      <input
        id="employee-no"
        className="field"
        value={employeeNo}
        maxLength={32}
        autoComplete="off"
        aria-describedby="employee-help"
        aria-invalid={error !== ''}
        onChange={(event) => setEmployeeNo(event.target.value)}
      />
      <p className="field-help" id="employee-help">
        {error === '' && t('employeeHelp')}
      </p>
      <p className="field-error" role="alert">
        {error}
      </p>
      <Button type="submit" disabled={order.isBusy || employeeNo.trim() === ''}>
        {t('save')}
      </Button>
    </form>
  );
}
