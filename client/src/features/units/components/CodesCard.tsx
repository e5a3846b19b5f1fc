import { App as AntApp } from 'antd';
import { useCallback } from 'react';
import { Link } from 'wouter';
import { unitRoutes, type Unit } from '@anquanli/contract/units';
import { call } from '../../../lib/api-client';
import { formatMoment } from '../../../lib/dates';
import { useErrorText } from '../../../lib/error-words';
import { useLanguage, useWords } from '../../../lib/i18n';
import { serverNow } from '../../../lib/server-clock';
import { useLoaded, useOrder } from '../../../lib/use-call';
import { Card } from '../../../ui/desk/Card';
import { deskButton, DeskButton } from '../../../ui/desk/DeskButton';
import { LineAction } from '../../../ui/desk/LineAction';
import { Note } from '../../../ui/Note';
import { words } from '../words';

const WEEK_MS = 7 * 86_400_000;

/** The codes by which people register with a unit. */
export function CodesCard({ unit, onChanged }: { unit: Unit; onChanged(): void }) {
  const t = useWords(words);
  const [language] = useLanguage();
  const { message } = AntApp.useApp();
  const order = useOrder();
  const problem = useErrorText(order.failure);
  const params = { unitId: unit.id };
  const load = useCallback(() => call(unitRoutes.codes, { params: { unitId: unit.id } }), [unit.id]);
  const { value, reload } = useLoaded(load);
  const now = serverNow();
  const living = (value?.codes ?? []).filter((code) => code.revokedAt === null && (code.expiresAt ?? now + 1) > now);

  async function rotate(oldUntil: number | null) {
    const made = await order.give(() => call(unitRoutes.rotateCode, { params, body: { expiresAt: null, oldUntil } }));
    if (made === null) return;
    reload();
    onChanged();
  }
  async function revoke(code: string) {
    if ((await order.give(() => call(unitRoutes.revokeCode, { params: { ...params, code } }))) === null) return;
    reload();
    onChanged();
  }
  async function makeAll() {
    const made = await order.give(() => call(unitRoutes.makeCodes, { params }));
    if (made === null) return;
    void message.success(t('madeCodes', { count: made.made }));
    reload();
    onChanged();
  }

  return (
    <Card title={t('codes')}>
      {value !== null && living.length === 0 && <p className="dk-quiet">{t('noCode')}</p>}
      <ul className="un-codes">
        {living.map(({ code, expiresAt, registrations }) => (
          <li key={code}>
            <b className="un-code">{`${code.slice(0, 4)} ${code.slice(4)}`}</b>
            <small>
              {t('codeUsed', { count: registrations })}
              {expiresAt !== null && ` · ${t('codeUntil', { time: formatMoment(expiresAt, language) })}`}
            </small>
            <LineAction about={code} disabled={order.isBusy} onClick={() => void revoke(code)}>
              {t('revoke')}
            </LineAction>
          </li>
        ))}
      </ul>
      {problem !== '' && <Note tone="no" title={problem} />}
      <div className="un-deeds">
        {living.length === 0 ? (
          <DeskButton isBusy={order.isBusy} onClick={() => void rotate(null)}>
            {t('firstCode')}
          </DeskButton>
        ) : (
          <>
            <DeskButton isBusy={order.isBusy} onClick={() => void rotate(now + WEEK_MS)}>
              {t('newCode')} · {t('keepOld')}
            </DeskButton>
            <DeskButton isBusy={order.isBusy} onClick={() => void rotate(null)}>
              {t('newCode')} · {t('dropOld')}
            </DeskButton>
          </>
        )}
        <DeskButton isBusy={order.isBusy} onClick={() => void makeAll()}>
          {t('makeAll')}
        </DeskButton>
        <Link href={`/units/${unit.id}/posters`} className={deskButton()}>
          {t('posters')}
        </Link>
      </div>
    </Card>
  );
}
