/** A place of a roster, as far as the choice needs it. */
export interface RosterPlace {
  readonly employeeNo: string | null;
  readonly claimedBy: string | null;
}

/** Two numbers with the same key are one. */
export function employeeKey(employeeNo: string | null): string {
  return (employeeNo ?? '').toLowerCase();
}

/**
 * The place that somebody of exactly this name may take; null for none, whatever the reason. `namesakes` are all places of the name,
 * taken ones too: with more than one, the number must tell which, even if a single one is still free, or whoever comes a second
 * time would take the namesake's.
 */
export function choosePlace<Place extends RosterPlace>(
  namesakes: readonly Place[],
  employeeNo: string | null,
): Place | null {
  const [only, ...others] = namesakes;
  const isAlone = others.length === 0;
  const typed = employeeKey(employeeNo);
  const byNumber = typed === '' ? undefined : namesakes.find((place) => employeeKey(place.employeeNo) === typed);
  // A roster without numbers cannot be compared with; a number that is another's is no slip to overlook.
  const byName = isAlone && (typed === '' || only?.employeeNo === null) ? only : undefined;
  const place = byNumber ?? byName;
  return place === undefined || place.claimedBy !== null ? null : place;
}
