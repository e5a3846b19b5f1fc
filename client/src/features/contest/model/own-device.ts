import * as z from 'zod/mini';
import { DeviceId } from '@anquanli/contract/contest';
import { Choice } from '@anquanli/contract/question';
import { newHexId } from '../../../lib/ids';
import { slot } from '../../../lib/storage';

const deviceSlot = slot('device', DeviceId);

/** Tells this phone from others; made once and kept. */
export function ownDevice(): string {
  const known = deviceSlot.read();
  if (known !== null) return known;
  const made = newHexId();
  deviceSlot.write(made);
  return made;
}

/** Choices of one paper that are on their way: a reload or a dead battery must not lose them. */
export const paperSlot = slot('paper', z.object({ attemptId: z.string(), pending: z.record(z.string(), Choice) }));
