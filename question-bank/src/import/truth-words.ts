import { folded } from './clean-text.js';

const TRUE_WORDS = '对|正确|√|✓|✔|✅|☑|是|t|true|y|yes|v|right|correct|真|对的|正确的|是的|ok';
const FALSE_WORDS =
  '错|错误|×|✗|✘|✕|✖|╳|❌|❎|x|否|f|false|n|no|wrong|incorrect|假|错的|错误的|不对|不正确|不是|不是的|非|有误';

const TRUTH = new Map<string, boolean>([
  ...TRUE_WORDS.split('|').map((word) => [folded(word), true] as const),
  ...FALSE_WORDS.split('|').map((word) => [folded(word), false] as const),
]);

const MAX_WORD = 20;

/** The verdict that a word or mark gives; undefined for anything else. Numbers and letters A/B are no words. */
export function truthOf(text: string): boolean | undefined {
  if (text.length > MAX_WORD) return undefined;
  const bare = folded(text).replace(/^[([【]+|[)\]】。.!]+$|\uFE0F/gu, '');
  return TRUTH.get(bare);
}

/** The verdicts of two options that are one true and one false, in their order; undefined for anything else. */
export function truthOptions(texts: readonly string[]): readonly [boolean, boolean] | undefined {
  if (texts.length !== 2) return undefined;
  const [first, second] = texts.map(truthOf);
  return first === undefined || second === undefined || first === second ? undefined : [first, second];
}
