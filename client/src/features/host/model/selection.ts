/** The questions chosen by hand: ids in the order of play, each once. */
export type Selection = readonly string[];

/** Adds the question at the end, or takes it out. */
export function toggled(selection: Selection, id: string): Selection {
  return selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id];
}

/** Adds all that are not chosen yet, in the order given, up to `maximum` in all. */
export function withAll(selection: Selection, ids: readonly string[], maximum: number): Selection {
  const fresh = ids.filter((id) => !selection.includes(id));
  return [...selection, ...fresh].slice(0, Math.max(maximum, selection.length));
}

/** Moves the question one place up (−1) or down (+1); at an end it stays. */
export function moved(selection: Selection, id: string, by: -1 | 1): Selection {
  const from = selection.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= selection.length) return selection;
  const next = selection.filter((other) => other !== id);
  next.splice(to, 0, id);
  return next;
}

/** Keeps only questions that exist, for when another set or version is chosen. */
export function keptIn(selection: Selection, known: ReadonlySet<string>): Selection {
  return selection.every((id) => known.has(id)) ? selection : selection.filter((id) => known.has(id));
}
