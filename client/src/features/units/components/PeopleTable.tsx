import type { PersonLine } from '@anquanli/contract/people-desk';
import { formatMoment } from '../../../lib/dates';
import { useLanguage, useWords } from '../../../lib/i18n';
import { LineAction } from '../../../ui/desk/LineAction';
import { peopleWords } from '../words-people';

export type PersonDeed = 'approve' | 'refuse' | 'sign_out' | 'erase';

interface PeopleTableProps {
  people: readonly PersonLine[];
  mayErase: boolean;
  isBusy: boolean;
  onDeed(person: PersonLine, deed: PersonDeed): void;
}

export function PeopleTable({ people, mayErase, isBusy, onDeed }: PeopleTableProps) {
  const t = useWords(peopleWords);
  const [language] = useLanguage();
  return (
    <table className="dk-table dk-stacked">
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('employeeNo')}</th>
          <th scope="col">{t('unit')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('registered')}</th>
          <th scope="col">
            <span className="vh">{t('deeds')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.personId}>
            <td>
              <b>{person.name || '—'}</b> {person.isNameShared && <span className="dk-tag">{t('shared')}</span>}
            </td>
            <td>{person.employeeNo ?? '—'}</td>
            <td>{person.unitName}</td>
            <td>{t(`status_${person.status}`)}</td>
            <td className="muted">{formatMoment(person.registeredAt, language)}</td>
            <td className="dk-r">
              <span className="dk-line-actions">
                {deedsFor(person, mayErase).map((deed) => (
                  <LineAction key={deed} about={person.name} disabled={isBusy} onClick={() => onDeed(person, deed)}>
                    {t(deed === 'sign_out' ? 'signOut' : deed)}
                  </LineAction>
                ))}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function deedsFor({ status, devices }: PersonLine, mayErase: boolean): PersonDeed[] {
  if (status === 'erased') return [];
  const gate: PersonDeed[] = status === 'waiting' ? ['approve', 'refuse'] : status === 'refused' ? ['approve'] : [];
  return [...gate, ...(devices > 0 ? (['sign_out'] as const) : []), ...(mayErase ? (['erase'] as const) : [])];
}
