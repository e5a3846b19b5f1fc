/** Puts a value at the end of a key's list, which is begun where there is none. The list grows in place: copied for each value it would cost its length squared. */
export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
