import { useCallback } from 'react';
import { bankRoutes, type BankMedia } from '@anquanli/contract/bank';
import { call } from '../../../lib/api-client';
import { useLoaded } from '../../../lib/use-call';

const NONE: readonly BankMedia[] = [];

/** The pictures of a set; empty until they are read. */
export function useSetMedia(setId: string) {
  const loaded = useLoaded(useCallback(() => call(bankRoutes.media, { params: { setId } }), [setId]));
  return {
    loaded,
    media: loaded.value?.media ?? NONE,
    put(changed: BankMedia) {
      loaded.change(({ media }) => {
        const isKnown = media.some(({ id }) => id === changed.id);
        return {
          media: isKnown ? media.map((each) => (each.id === changed.id ? changed : each)) : [changed, ...media],
        };
      });
    },
  };
}
