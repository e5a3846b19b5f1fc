/** One way to set a screen's texts, in --su. `isTight` takes air out of plates and gaps as well. */
export interface FitStep {
  readonly stem: number;
  readonly options: number;
  readonly why: number;
  readonly isTight: boolean;
  readonly isExplanationWhole: boolean;
}

/** Below what the hall should have to read: only for texts that would otherwise be cut, and never a way to write. */
const BEYOND = [36, 32, 28, 25, 22, 19, 16, 13, 11, 9];

function asked(stem: number, options: number, isTight = false): FitStep {
  return { stem, options, why: 0, isTight, isExplanationWhole: true };
}

/** Question on air: the least loss first. The stem goes 84 → 70 → 58, options 54 → 46 → 40; the question is never cut. */
export const QUESTION_STEPS: readonly FitStep[] = [
  asked(84, 54),
  asked(84, 46),
  asked(70, 54),
  asked(70, 46),
  asked(70, 40),
  asked(58, 54),
  asked(58, 46),
  asked(58, 40),
  asked(58, 40, true),
  asked(50, 40, true),
  ...BEYOND.map((options) => asked(Math.round(options * 1.35), options, true)),
];

function shown(options: number, isExplanationWhole: boolean, isTight = false): FitStep {
  return { stem: 40, options, why: Math.min(42, options), isTight, isExplanationWhole };
}

/** Reveal: bars and explanation down to 40, then the explanation's first sentence alone, then smaller. `stem` is the question above. */
export const REVEAL_STEPS: readonly FitStep[] = [
  shown(48, true),
  shown(44, true),
  shown(40, true),
  shown(40, true, true),
  shown(48, false),
  shown(44, false),
  shown(40, false),
  shown(40, false, true),
  ...BEYOND.map((size) => ({ ...shown(size, false, true), stem: size })),
];

/** The step at `index`; past the end the last one, which is the best there is. */
export function stepAt(steps: readonly FitStep[], index: number): FitStep {
  const step = steps[Math.min(index, steps.length - 1)];
  if (step === undefined) throw new Error('a list of fit steps is never empty');
  return step;
}

/** Up to the first full stop, question or exclamation mark, with the quotes that close behind it. */
export function firstSentence(text: string): string {
  const end = /[。！？!?][”’」』）)]*|\.(?=\s)/.exec(text);
  return end === null ? text : text.slice(0, end.index + end[0].length);
}
