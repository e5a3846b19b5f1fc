import { Table, type TableProps } from 'antd';
import { Link } from 'wouter';
import { BANK_LIMITS, type BankLine } from '@anquanli/contract/bank';
import { formatDate } from '../../../lib/dates';
import { useLanguage, useWords } from '../../../lib/i18n';
import { useMedia } from '../../../lib/use-media';
import { Icon } from '../../../ui/Icon';
import { kindWords } from '../../../ui/question/kind-words';
import { common } from '../words-common';
import { questionsWords } from '../words-questions';
import { StatusTag } from './StatusTag';
import type { Registry } from './use-registry';

interface QuestionTableProps {
  setId: string;
  lines: readonly BankLine[];
  total: number;
  offset: number;
  isReading: boolean;
  registry: Registry;
  /** null: nothing can be selected. */
  selected: readonly string[] | null;
  onSelect(ids: string[]): void;
  onPage(offset: number): void;
}

/** The questions found, fifty at a time. On a phone everything about a question stands in its one cell. */
export function QuestionTable(props: QuestionTableProps) {
  const { setId, lines, total, offset, isReading, registry, selected, onSelect, onPage } = props;
  const t = useWords(questionsWords);
  const c = useWords(common);
  const kindName = useWords(kindWords);
  const [language] = useLanguage();
  const isNarrow = useMedia('(max-width: 899px)');

  const question: NonNullable<TableProps<BankLine>['columns']>[number] = {
    key: 'stem',
    title: t('colQuestion'),
    render: (_, line) => (
      <div className="bk-line">
        <Link href={`/bank/${setId}/questions/${line.id}`}>{line.stem || t('noStem')}</Link>
        <p>
          {isNarrow && <StatusTag status={line.status} />}
          <span>{kindName(line.kind)}</span>
          <span>{registry.categoryTitle(line.category)}</span>
          <span>{c('difficulty', { n: line.difficulty })}</span>
          {line.tags.map((tag) => (
            <span key={tag} className="dk-tag">
              {tag}
            </span>
          ))}
          {line.citesChangedSource && (
            <b className="dk-st warn">
              <Icon name="warning" />
              {c('changedSource')}
            </b>
          )}
        </p>
      </div>
    ),
  };
  const rest: TableProps<BankLine>['columns'] = [
    {
      key: 'status',
      title: t('colStatus'),
      width: 108,
      render: (_, line) => <StatusTag status={line.status} />,
    },
    {
      key: 'sources',
      title: t('colSources'),
      width: 230,
      render: (_, line) => <span className="bk-sources">{line.sources.join('、') || '—'}</span>,
    },
    {
      key: 'updated',
      title: t('colUpdated'),
      width: 128,
      render: (_, { updated }) => (
        <span className="bk-when">
          {formatDate(updated.at, language)}
          <small>{updated.by ?? c('somebody')}</small>
        </span>
      ),
    },
  ];
  return (
    <Table<BankLine>
      className="bk-table"
      rowKey="id"
      size="middle"
      loading={isReading}
      dataSource={lines}
      columns={isNarrow ? [question] : [question, ...rest]}
      {...(selected === null
        ? {}
        : {
            rowSelection: {
              selectedRowKeys: [...selected],
              preserveSelectedRowKeys: true,
              columnWidth: 44,
              onChange: (keys) => onSelect(keys.map(String)),
              getCheckboxProps: (line) => ({ 'aria-label': line.stem }),
            },
          })}
      pagination={{
        current: Math.floor(offset / BANK_LIMITS.page) + 1,
        pageSize: BANK_LIMITS.page,
        total,
        showSizeChanger: false,
        hideOnSinglePage: true,
        showTotal: (_, [from, to]) => t('pages', { from, to }),
        onChange: (page) => onPage((page - 1) * BANK_LIMITS.page),
      }}
    />
  );
}
