import { useLocation } from 'wouter';
import { contestRoutes } from '@anquanli/contract/contest';
import type { AttemptKind } from '@anquanli/contract/vocabulary';
import { call } from '../../../lib/api-client';
import { useErrorText } from '../../../lib/error-words';
import { useOrder } from '../../../lib/use-call';
import { Button } from '../../../ui/Button';
import { ownDevice } from '../model/own-device';

interface StartButtonProps {
  token: string;
  contestId: string;
  kind: AttemptKind;
  look?: 'primary' | 'quiet';
  isDisabled?: boolean;
  children: string;
}

/** Begins an attempt, or goes on with the open one: the server knows which. */
export function StartButton({
  token,
  contestId,
  kind,
  look = 'primary',
  isDisabled = false,
  children,
}: StartButtonProps) {
  const [, navigate] = useLocation();
  const order = useOrder();
  const error = useErrorText(order.failure);

  async function start() {
    const body = { kind, deviceId: ownDevice() };
    const attempt = await order.give(() => call(contestRoutes.start, { params: { contestId }, body, token }));
    if (attempt !== null) navigate(`/contests/${contestId}/papers/${attempt.attemptId}`);
  }

  return (
    <>
      <Button kind={look} disabled={isDisabled || order.isBusy} onClick={() => void start()}>
        {children}
      </Button>
      {error !== '' && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </>
  );
}
