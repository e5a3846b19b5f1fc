import { useSyncExternalStore } from 'react';
import type { Slot } from './storage';

/** The stored value, kept current across tabs. */
export function useSlot<T>(slot: Slot<T>): T | null {
  return useSyncExternalStore(slot.subscribe, slot.read);
}
