/** From values to pixels; `ticks` are round values that the axis names. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

type Span = readonly [from: number, to: number];

/** From nought to a round value that is not below the greatest. */
export function linearScale(greatest: number, [from, to]: Span, mostTicks = 5): Scale {
  const step = niceStep(greatest > 0 ? greatest / mostTicks : 1 / mostTicks);
  const steps = Math.max(1, Math.ceil(greatest / step - 1e-9));
  const end = step * steps;
  return {
    at: (value) => from + ((to - from) * value) / end,
    ticks: Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12))),
  };
}

/** Equal factors are equally far apart: sizes that double stand side by side. The ticks are the sizes themselves. */
export function logScale(sizes: readonly number[], [from, to]: Span): Scale {
  const least = Math.log(Math.min(...sizes));
  const width = Math.log(Math.max(...sizes)) - least;
  // A single size stands in the middle.
  const share = (value: number) => (width === 0 ? 0.5 : (Math.log(value) - least) / width);
  return { at: (value) => from + (to - from) * share(value), ticks: [...new Set(sizes)].sort((a, b) => a - b) };
}

/** The least of 1, 2, 2.5 and 5 times a power of ten that is not below `step`. */
export function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= step - 1e-12) ?? 10;
  return Number((factor * power).toPrecision(12));
}
