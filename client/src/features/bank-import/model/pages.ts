/** Items a page of the list has, as the server cuts them. */
export const PAGE_ITEMS = 50;

/** The offset to show: the last page when the list has become shorter. */
export function offsetWithin(offset: number, total: number): number {
  if (offset < total || offset === 0) return offset;
  return Math.max(0, Math.floor((total - 1) / PAGE_ITEMS) * PAGE_ITEMS);
}
