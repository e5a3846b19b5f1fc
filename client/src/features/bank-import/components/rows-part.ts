import type { Bank } from './use-bank';
import type { OpenImport } from './use-import';
import type { Items } from './use-items';
import type { LeftOut } from './use-left-out';

/** What every list of rows works with. */
export interface RowsProps {
  readonly open: OpenImport;
  readonly items: Items;
  readonly leftOut: LeftOut;
  readonly bank: Bank;
}
