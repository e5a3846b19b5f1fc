import { useCallback, useState } from 'react';
import { Link } from 'wouter';
import { unitRoutes, type Unit } from '@anquanli/contract/units';
import type { Account } from '@anquanli/contract/identity';
import { call, type Failure } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { useErrorText } from '../../lib/error-words';
import { useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { Card } from '../../ui/desk/Card';
import { deskButton, DeskButton } from '../../ui/desk/DeskButton';
import { PageHead } from '../../ui/desk/PageHead';
import { StateCard } from '../../ui/StateCard';
import { UnitDialog } from './components/UnitDialog';
import { UnitPanel } from './components/UnitPanel';
import { UnitTreeList } from './components/UnitTreeList';
import { words } from './words';

/** `/units`: the tree at the left, the chosen unit at the right. */
export default function UnitsPage({ account }: { account: Account }) {
  const t = useWords(words);
  useDocumentTitle(t('title'));
  const { value, failure, reload } = useLoaded(useCallback(() => call(unitRoutes.list), []));
  const [chosen, setChosen] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const units = value?.units ?? null;
  const unit = units?.find(({ id }) => id === chosen) ?? null;
  const isCaptain = account.role === 'captain';

  return (
    <>
      <PageHead
        title={t('title')}
        help={t('help')}
        actions={
          <>
            <Link href="/units/people" className={deskButton()}>
              {t('people')}
            </Link>
            <Link href="/units/import" className={deskButton()}>
              {t('tables')}
            </Link>
            {!isCaptain && (
              <DeskButton look="primary" icon="plus" onClick={() => setAdding(true)}>
                {t('addTop')}
              </DeskButton>
            )}
          </>
        }
      />
      {units === null ? (
        <Reading failure={failure} onRetry={reload} />
      ) : (
        <div className="un-columns">
          <Card>
            <UnitTreeList units={units} chosen={chosen} onChoose={setChosen} />
          </Card>
          {unit === null ? (
            <Card>
              <StateCard title={t('choose')} help={t('chooseHelp')} />
            </Card>
          ) : (
            <UnitPanel key={unit.id} unit={unit} units={units} isCaptain={isCaptain} onChanged={reload} />
          )}
        </div>
      )}
      <UnitDialog
        task={isAdding ? { as: 'new', parent: null } : null}
        onClose={() => setAdding(false)}
        onDone={(made: Unit) => {
          setAdding(false);
          setChosen(made.id);
          reload();
        }}
      />
    </>
  );
}

export function Reading({ failure, onRetry }: { failure: Failure | null; onRetry(): void }) {
  const t = useWords(words);
  const problem = useErrorText(failure);
  if (failure === null) return <StateCard isLoading title={t('loading')} />;
  return (
    <StateCard title={t('failed')} help={problem} action={<DeskButton onClick={onRetry}>{t('retry')}</DeskButton>} />
  );
}
