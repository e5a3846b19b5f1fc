import { accept, refuse, type Result } from '../shared/result.js';

/** Names that look alike are one name: width, case and compatibility forms do not count. At most 80 characters. */
export function accountNameKey(name: string): Result<string> {
  const key = name.normalize('NFKC').toLowerCase().trim();
  return key.length > 0 && key.length <= 80 ? accept(key) : refuse('invalid_input', { path: 'body.name' });
}
