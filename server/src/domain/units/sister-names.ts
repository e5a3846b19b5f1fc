import { nameKey } from '../live-round/name.js';
import { accept, refuse, type Result } from '../shared/result.js';

export interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** All keys under which a unit is found among its sisters. */
export function keysOf({ name, aliases }: Named): string[] {
  return [...new Set([name, ...aliases].map(nameKey))];
}

/** Names and aliases of sisters never look alike: else `unit_name_taken`, with the field. */
export function admitNames(named: Named, sisters: readonly Named[]): Result<null> {
  const taken = new Set(sisters.flatMap(keysOf));
  return admitKeys(named, (key) => taken.has(key));
}

/** The same, for whoever knows by an index which keys are taken by sisters. */
export function admitKeys(named: Named, isTaken: (key: string) => boolean): Result<null> {
  if (isTaken(nameKey(named.name))) return refuse('unit_name_taken', { path: 'content.name' });
  const at = named.aliases.findIndex((alias) => isTaken(nameKey(alias)));
  return at < 0 ? accept(null) : refuse('unit_name_taken', { path: `content.aliases.${at}` });
}

/** Aliases without the name itself and without repetitions. */
export function tidyAliases({ name, aliases }: Named): string[] {
  const seen = new Set([nameKey(name)]);
  return aliases.filter((alias) => {
    const key = nameKey(alias);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
