import { App as AntApp, Modal } from 'antd';
import { useCallback, useState } from 'react';
import { bankReleaseRoutes, type ReleasePlan } from '@anquanli/contract/bank-releases';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { useLoaded, useOrder } from '../../../lib/use-call';
import { DeskButton } from '../../../ui/desk/DeskButton';
import { Field } from '../../../ui/desk/Field';
import { Note } from '../../../ui/Note';
import { StateCard } from '../../../ui/StateCard';
import { isVersion } from '../model/release-groups';
import { common } from '../words-common';
import { releasesWords } from '../words-releases';
import { ComparisonView } from './ComparisonView';
import { PlanProblems } from './PlanProblems';

interface ReleaseDialogProps {
  isOpen: boolean;
  setId: string;
  onClose(): void;
  onReleased(): void;
}

/** All the checks of a set take their time. */
const PLAN_MS = 60_000;

export function ReleaseDialog({ isOpen, ...props }: ReleaseDialogProps) {
  const t = useWords(releasesWords);
  return (
    <Modal open={isOpen} onCancel={props.onClose} title={t('planTitle')} footer={null} width={820} destroyOnHidden>
      <Planning {...props} />
    </Modal>
  );
}

function Planning(props: Omit<ReleaseDialogProps, 'isOpen'>) {
  const t = useWords(releasesWords);
  const c = useWords(common);
  const { setId } = props;
  /** null: the version that the changes ask for. */
  const [wanted, setWanted] = useState<string | null>(null);
  const [first, setFirst] = useState<ReleasePlan | null>(null);
  const { value, failure, reload } = useLoaded(
    useCallback(async () => {
      const query = wanted === null ? {} : { version: wanted };
      const outcome = await call(bankReleaseRoutes.plan, { params: { setId }, query, timeoutMs: PLAN_MS });
      if (outcome.ok && wanted === null) setFirst(outcome.value);
      return outcome;
    }, [setId, wanted]),
  );
  const problem = useErrorText(failure);
  if (value === null && problem !== '') {
    return (
      <>
        <Note tone="no" title={problem} />
        <div className="dk-dialog-foot">
          <DeskButton onClick={reload}>{c('retry')}</DeskButton>
        </div>
      </>
    );
  }
  if (value === null) return <StateCard isLoading title={t('planLoading')} />;
  return (
    <Plan
      key={value.version}
      {...props}
      plan={value}
      suggested={first?.version ?? value.version}
      onVersion={(version) => (version === value.version ? reload() : setWanted(version))}
    />
  );
}

interface PlanProps extends Omit<ReleaseDialogProps, 'isOpen'> {
  plan: ReleasePlan;
  suggested: string;
  onVersion(version: string): void;
}

function Plan({ setId, plan, suggested, onVersion, onClose, onReleased }: PlanProps) {
  const t = useWords(releasesWords);
  const c = useWords(common);
  const { message } = AntApp.useApp();
  const [version, setVersion] = useState(plan.version);
  const order = useOrder();
  const refusal = useErrorText(order.failure);
  const isWrong = !isVersion(version);
  const isPlanned = version === plan.version;
  const isReady = isPlanned && plan.problems.length === 0;

  async function release() {
    const done = await order.give(() =>
      call(bankReleaseRoutes.release, { params: { setId }, body: { version }, timeoutMs: PLAN_MS }),
    );
    if (done === null) return;
    void message.success(t('releaseDone', { version }));
    onReleased();
  }

  return (
    <div className="bk-plan">
      <div className="bk-plan-head">
        <Field
          label={t('version')}
          help={t('versionHelp', { version: suggested })}
          problem={isWrong ? t('versionWrong') : null}
        >
          {(ids) => (
            <input
              {...ids}
              className="dk-input num"
              value={version}
              maxLength={20}
              onChange={(event) => setVersion(event.target.value.trim())}
            />
          )}
        </Field>
        <p>
          <b className="num">{t('willHold', { count: plan.questionCount })}</b>
          {plan.leftBehind > 0 && <span>{t('leftBehind', { count: plan.leftBehind })}</span>}
        </p>
      </div>
      <PlanProblems setId={setId} problems={plan.problems} />
      <ComparisonView setId={setId} comparison={plan.comparison} />
      {isReady && <Note tone="ok" title={t('ready')} />}
      {refusal !== '' && <Note tone="no" title={refusal} />}
      <div className="dk-dialog-foot">
        <DeskButton onClick={onClose}>{c('cancel')}</DeskButton>
        {!isReady && (
          <DeskButton disabled={isWrong} onClick={() => onVersion(version)}>
            {t('check')}
          </DeskButton>
        )}
        <DeskButton look="primary" disabled={!isReady} isBusy={order.isBusy} onClick={() => void release()}>
          {t('releaseButton', { version: isWrong ? '' : version })}
        </DeskButton>
      </div>
    </div>
  );
}
