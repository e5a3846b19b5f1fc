import { Drawer } from 'antd';
import { useCallback, useState } from 'react';
import { bankRoutes, type DeskQuestion, type QuestionChange } from '@anquanli/contract/bank';
import { call } from '../../../lib/api-client';
import { formatMoment } from '../../../lib/dates';
import { useErrorText } from '../../../lib/error-words';
import { useLanguage, useWords } from '../../../lib/i18n';
import { useLoaded } from '../../../lib/use-call';
import { Note } from '../../../ui/Note';
import type { Registry } from '../components/use-registry';
import { common } from '../words-common';
import { historyWords } from '../words-history';
import { FieldNames } from './FieldNames';
import { RevisionCompare } from './RevisionCompare';

interface HistoryDrawerProps {
  isOpen: boolean;
  setId: string;
  desk: DeskQuestion;
  registry: Registry;
  onClose(): void;
}

/** Who did what when; any two states can be laid side by side. */
export function HistoryDrawer({ isOpen, onClose, ...props }: HistoryDrawerProps) {
  const t = useWords(historyWords);
  return (
    <Drawer open={isOpen} onClose={onClose} title={t('title')} size={640} destroyOnHidden>
      <History key={props.desk.version} {...props} />
    </Drawer>
  );
}

function History({ setId, desk, registry }: Omit<HistoryDrawerProps, 'isOpen' | 'onClose'>) {
  const t = useWords(historyWords);
  const questionId = desk.question.id;
  const { value, failure } = useLoaded(
    useCallback(() => call(bankRoutes.history, { params: { setId, questionId } }), [setId, questionId]),
  );
  const problem = useErrorText(failure);
  const [picked, setPicked] = useState<{ older: string | null; newer: string | null }>({ older: null, newer: null });
  if (problem !== '') return <Note tone="no" title={t('failed')} children={problem} />;
  if (value === null) return <p className="dk-quiet">{t('loading')}</p>;

  const changes = [...value.changes].sort((a, b) => b.at - a.at);
  const newer = picked.newer ?? changes[0]?.changeId ?? null;
  const older = picked.older ?? changes[1]?.changeId ?? null;
  return (
    <div className="bk-history">
      <p className="muted">{t('help')}</p>
      <ol>
        {changes.map((change) => (
          <Entry
            key={change.changeId}
            change={change}
            isOlder={change.changeId === older}
            isNewer={change.changeId === newer}
            onOlder={() => setPicked({ newer, older: change.changeId })}
            onNewer={() => setPicked({ older, newer: change.changeId })}
          />
        ))}
      </ol>
      {older !== null && newer !== null && older !== newer && (
        <RevisionCompare setId={setId} questionId={questionId} older={older} newer={newer} registry={registry} />
      )}
    </div>
  );
}

interface EntryProps {
  change: QuestionChange;
  isOlder: boolean;
  isNewer: boolean;
  onOlder(): void;
  onNewer(): void;
}

function Entry({ change, isOlder, isNewer, onOlder, onNewer }: EntryProps) {
  const t = useWords(historyWords);
  const c = useWords(common);
  const [language] = useLanguage();
  const date = formatMoment(change.at, language);
  return (
    <li className={isOlder || isNewer ? 'on' : undefined}>
      <label className="bk-pick">
        <input type="radio" name="older" aria-label={t('pickOlder', { date })} checked={isOlder} onChange={onOlder} />
        {t('older')}
      </label>
      <label className="bk-pick">
        <input type="radio" name="newer" aria-label={t('pickNewer', { date })} checked={isNewer} onChange={onNewer} />
        {t('newer')}
      </label>
      <div>
        <b>{t(`action_${change.action}`)}</b> <span className="dk-tag">{t('rev', { rev: change.rev })}</span>
        <small>
          {date} · {change.by ?? c('somebody')}
        </small>
        {change.fields.length > 0 && (
          <small>
            <FieldNames fields={change.fields} />
          </small>
        )}
        {change.note !== null && <p>{change.note === 'disagrees' ? c('disagrees') : `“${change.note}”`}</p>}
      </div>
    </li>
  );
}
