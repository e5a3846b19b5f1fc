import type { Dashboard } from '@anquanli/contract/contest-desk';
import type { EChartsCoreOption } from 'echarts/core';

/** Colours of the tokens, as a chart needs them. */
interface Palette {
  readonly text: string;
  readonly line: string;
  readonly bar: string;
  readonly stroke: string;
}

/** The page's own colours at this moment, light or dark. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string, fallback: string) => style.getPropertyValue(name).trim() || fallback;
  return {
    text: token('--aq-text-2', '#4A5C70'),
    line: token('--aq-line', '#D5DDE5'),
    bar: token('--aq-orange-500', '#FF6B14'),
    stroke: token('--aq-text-link', '#1D4E89'),
  };
}

export interface DayWords {
  readonly newPeople: string;
  readonly active: string;
}

/** People for the first time as bars, people on the day as a line. */
export function dayOption(days: Dashboard['days'], words: DayWords, palette: Palette): EChartsCoreOption {
  return {
    ...frame(
      days.map(({ day }) => day.slice(5)),
      palette,
    ),
    series: [
      {
        ...{ type: 'bar', name: words.newPeople, data: days.map(({ people }) => people), barMaxWidth: 36 },
        itemStyle: { color: palette.bar },
      },
      {
        ...{ type: 'line', name: words.active, data: days.map(({ active }) => active), symbolSize: 7 },
        ...{ lineStyle: { color: palette.stroke, width: 3 }, itemStyle: { color: palette.stroke } },
      },
    ],
  };
}

export function hourOption(hours: Dashboard['hours'], name: string, palette: Palette): EChartsCoreOption {
  return {
    ...frame(
      hours.map(({ hour }) => String(hour)),
      palette,
    ),
    series: [{ type: 'bar', name, data: hours.map(({ attempts }) => attempts), itemStyle: { color: palette.stroke } }],
  };
}

function frame(names: readonly string[], { text, line }: Palette): EChartsCoreOption {
  const axis = { axisLabel: { color: text }, axisLine: { lineStyle: { color: line } }, axisTick: { show: false } };
  return {
    animation: false,
    grid: { left: 8, right: 8, top: 16, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: names, ...axis },
    yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: line } }, ...axis },
  };
}
