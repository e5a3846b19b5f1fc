import type { SharedHostView } from '@anquanli/contract/live-host';
import type { Run } from './use-run';

/** What every part of the console works with. */
export interface ConsolePart {
  readonly run: Run;
  readonly shared: SharedHostView;
  readonly roundId: string;
  readonly isRemote: boolean;
}
