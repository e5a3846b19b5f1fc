/** Where a row of a list stands while one is dragged: distances from the top, in pixels. */
export interface Row {
  readonly top: number;
  readonly height: number;
}

/** The list with the item at `from` taken out and put in at `to`. */
export function movedTo<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, index) => index !== from);
  const item = items[from];
  if (item === undefined) return rest;
  const place = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, place), item, ...rest.slice(place)];
}

/** The place a row dragged by `dy` falls into: it trades with a neighbour once it has passed the middle of it. */
export function placeAt(rows: readonly Row[], from: number, dy: number): number {
  const dragged = rows[from];
  if (dragged === undefined) return from;
  const top = dragged.top + dy;
  const bottom = top + dragged.height;
  let place = from;
  rows.forEach((row, index) => {
    const middle = row.top + row.height / 2;
    if (index < from && top < middle) place = Math.min(place, index);
    if (index > from && bottom > middle) place = Math.max(place, index);
  });
  return place;
}

/** How far the row at `index` makes room while the one at `from` hovers over `to`. */
export function shiftOf(rows: readonly Row[], index: number, from: number, to: number): number {
  const dragged = rows[from];
  if (dragged === undefined || index === from) return 0;
  const neighbour = rows[from + 1] ?? rows[from - 1];
  const gap = neighbour === undefined ? 0 : gapBetween(dragged, neighbour);
  const room = dragged.height + gap;
  if (from < index && index <= to) return -room;
  if (to <= index && index < from) return room;
  return 0;
}

function gapBetween(a: Row, b: Row): number {
  const [upper, lower] = a.top < b.top ? [a, b] : [b, a];
  return Math.max(0, lower.top - upper.top - upper.height);
}

/** Near an edge of the page the list scrolls along: pixels a picture, negative upwards. */
export function scrollStep(y: number, height: number, edge = 72): number {
  if (y < edge) return -Math.ceil((edge - y) / 8);
  if (y > height - edge) return Math.ceil((y - height + edge) / 8);
  return 0;
}
