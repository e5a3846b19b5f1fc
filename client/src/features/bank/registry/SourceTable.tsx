import { App as AntApp, Dropdown } from 'antd';
import { bankRoutes, type RegisteredSource } from '@anquanli/contract/bank';
import { call } from '../../../lib/api-client';
import { errorText, errorWords } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { LineAction } from '../../../ui/desk/LineAction';
import { Icon } from '../../../ui/Icon';
import type { Source } from '../model/bank-types';
import { common } from '../words-common';
import { registryWords } from '../words-registry';

interface SourceTableProps {
  sources: readonly RegisteredSource[];
  isAdmin: boolean;
  onEdit(source: RegisteredSource): void;
  onChanged(source: RegisteredSource): void;
}

export function SourceTable({ sources, isAdmin, onEdit, onChanged }: SourceTableProps) {
  const t = useWords(registryWords);
  const c = useWords(common);
  const mark = useMark(onChanged);
  return (
    <table className="dk-table dk-stacked bk-source-table">
      <thead>
        <tr>
          <th scope="col">{t('colTitle')}</th>
          <th scope="col">{t('colStatus')}</th>
          <th scope="col">{t('colDates')}</th>
          <th scope="col" className="dk-r">
            {t('colCited')}
          </th>
          {isAdmin && (
            <th scope="col">
              <span className="vh">{c('more')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {sources.map((each) => {
          const { source, citedBy } = each;
          return (
            <tr key={source.id}>
              <td>
                <b>{source.title}</b>
                <small className="bk-source-meta">
                  {[c(`sourceKind_${source.kind}`), source.number, source.issuer].filter(Boolean).join(' · ')}
                  {' · '}
                  <code>{source.id}</code>
                </small>
              </td>
              <td>
                <SourceStatus entry={each} />
              </td>
              <td className="muted bk-dates">
                {source.effectiveFrom && <span>{t('from', { date: source.effectiveFrom })}</span>}
                {source.effectiveTo && <span>{t('until', { date: source.effectiveTo })}</span>}
              </td>
              <td className="dk-r num">{t('citedBy', { count: citedBy })}</td>
              {isAdmin && (
                <td className="dk-r">
                  <span className="dk-line-actions">
                    <LineAction about={source.title} onClick={() => onEdit(each)}>
                      {t('edit')}
                    </LineAction>
                    <Dropdown
                      trigger={['click']}
                      placement="bottomRight"
                      menu={{
                        items: (['amended', 'repealed'] as const)
                          .filter((status) => status !== source.status)
                          .map((status) => ({
                            key: status,
                            label: t(status === 'amended' ? 'markAmended' : 'markRepealed'),
                            onClick: () => mark(each, status),
                          })),
                      }}
                    >
                      <LineAction about={source.title}>{c('more')}</LineAction>
                    </Dropdown>
                  </span>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function SourceStatus({ entry: { source, hasChanged } }: { entry: RegisteredSource }) {
  const c = useWords(common);
  const isPast = hasChanged && source.status === 'in-force';
  const tone = hasChanged ? 'warn' : source.status === 'in-force' ? 'ok' : 'idle';
  return (
    <span className={`dk-st ${tone}`}>
      <Icon name={hasChanged ? 'warning' : source.status === 'in-force' ? 'tick' : 'clock'} />
      {isPast ? c('sourceExpired') : c(`sourceStatus_${source.status}`)}
    </span>
  );
}

/** A law that was amended or repealed: said once, after a word on how many questions it concerns. */
function useMark(onChanged: (source: RegisteredSource) => void) {
  const t = useWords(registryWords);
  const c = useWords(common);
  const e = useWords(errorWords);
  const { message, modal } = AntApp.useApp();
  return ({ source, citedBy }: RegisteredSource, status: Extract<Source['status'], 'amended' | 'repealed'>) => {
    const told = { title: source.title, status: c(`sourceStatus_${status}`) };
    void modal.confirm({
      title: t('markTitle', told),
      content: t('markText', { count: citedBy }),
      icon: null,
      okText: t(status === 'amended' ? 'markAmended' : 'markRepealed'),
      onOk: async () => {
        const outcome = await call(bankRoutes.putSource, {
          params: { sourceId: source.id },
          body: { source: { ...source, status } },
        });
        if (outcome.ok) {
          onChanged(outcome.value);
          void message.success(t('marked', told));
        } else void message.error(errorText(e, outcome));
      },
    });
  };
}
