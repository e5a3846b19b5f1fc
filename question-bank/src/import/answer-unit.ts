/** Han, Latin and Greek letters of units, and signs that are units by themselves (℃, ㎡, ㎎); no number of any script. */
const LETTER = String.raw`[\p{Script=Han}\p{Script=Latin}\u03BC\u00B5\u03A9\u2126℃℉°\u3371-\u33DF]`;
/** `m`, `m²`, `m3`, `%`, `%LEL`, `LEL%`: one side of a stroke. */
const SIDE = new RegExp(`^(?:[%‰]|[%‰]?${LETTER}+[²³]?|${LETTER}*m[23]|${LETTER}+%|d[Bb][(（]A[)）])$`, 'u');

/** Words that belong to the number and not to its unit, or that make it a limit: 万, 半, 以内, 和, 的平方. */
const NO_UNIT: readonly RegExp[] = [
  /\p{Nl}|[〇零一二三四五六七八九十两几半多余来万亿]/u,
  /千(?![米克瓦伏帕卡赫焦安牛升欧位字])|百(?!帕|分点)|兆(?![米瓦伏帕赫焦欧字])/u,
  /[的之不内外前后和与及或且到至约止满超]|次方|以[上下]|上下|左右|等$|里$(?<![公海英华]里)|上$|.起$/u,
  /(?:平方|立方)(?!(?:毫|厘|分|千|公|英|海)?[米里尺寸])/u,
  // 5k and 5w are said for thousands and ten thousands, 2x for a multiple, 5M for millions.
  /^[kKxXeEwM]$/u,
  /^(?:max|plus|up|over|under|above|below|or\p{L}*|and\p{L}*)$/iu,
];

/** Whether what stands behind a number can only be its unit: `米`, `V`, `mg/m³`, `km/h`, `N·m`, `dB(A)`. */
export function isUnit(text: string): boolean {
  if (NO_UNIT.some((pattern) => pattern.test(text))) return false;
  return text.split(/[/·⋅]/u).every((side) => SIDE.test(side));
}
