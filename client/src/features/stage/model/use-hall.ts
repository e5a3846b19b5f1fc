import * as z from 'zod/mini';
import { slot } from '../../../lib/storage';
import { useSlot } from '../../../lib/use-slot';

/** `bright` is for a weak projector in a hall that cannot be darkened. */
export type Hall = 'dark' | 'bright';

const remembered = slot<Hall>('stage-hall', z.enum(['dark', 'bright']));

/** The light of the hall, remembered on this computer. */
export function useHall(): [hall: Hall, switchHall: () => void] {
  const hall = useSlot(remembered) ?? 'dark';
  return [hall, () => remembered.write(hall === 'dark' ? 'bright' : 'dark')];
}
