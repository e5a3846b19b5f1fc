import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { RegisteredSource } from '@anquanli/contract/bank';
import { useDocumentTitle } from '../../lib/display';
import { useWords } from '../../lib/i18n';
import { Card } from '../../ui/desk/Card';
import { DeskButton } from '../../ui/desk/DeskButton';
import { PageHead } from '../../ui/desk/PageHead';
import { Icon } from '../../ui/Icon';
import { LoadState } from './components/LoadState';
import { useRegistry } from './components/use-registry';
import { isSourceMatching } from './model/source-search';
import { CategoryCard } from './registry/CategoryCard';
import { SourceDialog } from './registry/SourceDialog';
import { SourceTable } from './registry/SourceTable';
import { common } from './words-common';
import { registryWords } from './words-registry';

/** Laws, standards and house rules that questions cite, and the categories they are sorted into. */
export default function RegistryPage({ isAdmin }: { isAdmin: boolean }) {
  const t = useWords(registryWords);
  const c = useWords(common);
  const registry = useRegistry();
  const [text, setText] = useState('');
  const [isChangedOnly, setChangedOnly] = useState(false);
  /** null = closed, 'new' = a new one. */
  const [editing, setEditing] = useState<RegisteredSource | 'new' | null>(null);
  useDocumentTitle(t('title'));
  const { sources } = registry;
  const found = useMemo(
    () => sources.filter((each) => (!isChangedOnly || each.hasChanged) && isSourceMatching(each.source, text)),
    [sources, text, isChangedOnly],
  );
  if (registry.loaded.value === null) {
    return <LoadState failure={registry.loaded.failure} onRetry={registry.loaded.reload} />;
  }
  const put = (changed: RegisteredSource) =>
    registry.loaded.change((value) => {
      const isKnown = value.sources.some(({ source }) => source.id === changed.source.id);
      const next = isKnown
        ? value.sources.map((each) => (each.source.id === changed.source.id ? changed : each))
        : [changed, ...value.sources];
      return { ...value, sources: next };
    });
  return (
    <>
      <p className="bk-crumb">
        <Link href="/bank">
          <Icon name="back" />
          {c('bank')}
        </Link>
      </p>
      <PageHead
        title={t('title')}
        help={t('help')}
        actions={
          isAdmin && (
            <DeskButton look="primary" icon="plus" onClick={() => setEditing('new')}>
              {t('addSource')}
            </DeskButton>
          )
        }
      />
      <div className="bk-registry">
        <Card title={t('sources')} note={t('found', { count: found.length })}>
          <div className="bk-registry-filters" role="search">
            <input
              className="dk-input"
              type="search"
              aria-label={t('search')}
              placeholder={t('search')}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <div className="dk-chips">
              <button
                type="button"
                className={isChangedOnly ? 'on' : undefined}
                aria-pressed={isChangedOnly}
                onClick={() => setChangedOnly(!isChangedOnly)}
              >
                {isChangedOnly && <Icon name="tick" />}
                {t('changedOnly')}
              </button>
            </div>
          </div>
          {found.length === 0 ? (
            <div className="dk-empty">
              <b>{t('noneFound')}</b>
              <p>{t('noneFoundHelp')}</p>
            </div>
          ) : (
            <SourceTable sources={found} isAdmin={isAdmin} onEdit={setEditing} onChanged={put} />
          )}
        </Card>
        <CategoryCard
          categories={registry.categories}
          isAdmin={isAdmin}
          onChanged={(changed) =>
            registry.loaded.change((value) => ({
              ...value,
              categories: value.categories.some(({ id }) => id === changed.id)
                ? value.categories.map((each) => (each.id === changed.id ? changed : each))
                : [...value.categories, changed],
            }))
          }
        />
      </div>
      <SourceDialog
        editing={editing}
        knownIds={sources.map(({ source }) => source.id)}
        onClose={() => setEditing(null)}
        onDone={(changed) => {
          setEditing(null);
          put(changed);
        }}
      />
    </>
  );
}
