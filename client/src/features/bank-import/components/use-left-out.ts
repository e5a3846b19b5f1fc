import { useSlot } from '../../../lib/use-slot';
import { leftOutOf, leftOutSlot, withRefs, writeLeftOut } from '../model/left-out';

/** Which good questions of an import stay out; kept on this device. */
export function useLeftOut(importId: string) {
  const refs = leftOutOf(useSlot(leftOutSlot), importId);
  return {
    refs,
    has: (ref: string) => refs.includes(ref),
    /** Several at once, or one. */
    set(changed: readonly string[], isOut: boolean) {
      writeLeftOut(importId, withRefs(refs, changed, isOut));
    },
    clear: () => writeLeftOut(importId, []),
  };
}
export type LeftOut = ReturnType<typeof useLeftOut>;
