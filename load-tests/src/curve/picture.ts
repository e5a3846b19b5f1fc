import { linearScale, logScale, type Scale } from './scale.js';

/** One line of a panel; null where a size was not measured. */
export interface Line {
  readonly name: string;
  readonly isBaseline: boolean;
  readonly values: readonly (number | null)[];
}

export interface Panel {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly Line[];
  /** The greatest value that is still good, drawn across. */
  readonly bar: number | null;
}

const PANEL = { width: 460, height: 300 };
const MARGIN = { left: 58, right: 34, top: 66, bottom: 46 };
const GAP = 24;
const HEAD = 62;
const FOOT = 40;

/* Readable on white and on dark grey alike: the picture brings its own quiet ground. */
const COLOURS = {
  ground: '#f7f8f9',
  panel: '#ffffff',
  grid: '#e3e6ea',
  text: '#1f2933',
  quiet: '#5f6b7a',
  product: '#0b6e99',
  baseline: '#9a6700',
  bar: '#b42318',
};
const FONT = 'system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif';

/** Panels in two columns over the same sizes, as SVG. */
export function pictureOf(title: string, note: string, sizes: readonly number[], panels: readonly Panel[]): string {
  const width = 2 * PANEL.width + 3 * GAP;
  const height = HEAD + Math.ceil(panels.length / 2) * (PANEL.height + GAP) + FOOT;
  const placed = panels.map((panel, index) => {
    const x = GAP + (index % 2) * (PANEL.width + GAP);
    const y = HEAD + Math.floor(index / 2) * (PANEL.height + GAP);
    return `<g transform="translate(${x} ${y})">\n${panelOf(panel, sizes)}\n</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${FONT}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="12" fill="${COLOURS.ground}"/>`,
    text(GAP, 38, title, { size: 20, weight: 600 }),
    legend(width - GAP, 38),
    ...placed,
    text(GAP, height - 20, note, { size: 12, colour: COLOURS.quiet }),
    '</svg>',
    '',
  ].join('\n');
}

function panelOf({ title, unit, lines, bar }: Panel, sizes: readonly number[]): string {
  const [left, right] = [MARGIN.left, PANEL.width - MARGIN.right];
  const [bottom, top] = [PANEL.height - MARGIN.bottom, MARGIN.top];
  const x = logScale(sizes, [left, right]);
  const measured = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  const greatest = Math.max(0, ...measured);
  // A bar far above everything would press the lines flat; it is told in words then.
  const isBarShown = bar !== null && bar <= 2.5 * greatest;
  const y = linearScale(isBarShown ? Math.max(greatest, bar) : greatest, [bottom, top]);
  return [
    `<rect width="${PANEL.width}" height="${PANEL.height}" rx="8" fill="${COLOURS.panel}" stroke="${COLOURS.grid}"/>`,
    text(18, 28, title, { size: 15, weight: 600 }),
    text(18, 46, isBarShown || bar === null ? unit : `${unit} · bar at ${plain(bar)}, above the picture`, {
      size: 12,
      colour: COLOURS.quiet,
    }),
    ...y.ticks.map((tick) => gridLine(tick, y, left, right)),
    ...x.ticks.map((tick) => text(x.at(tick), bottom + 18, plain(tick), { anchor: 'middle', colour: COLOURS.quiet })),
    text((left + right) / 2, PANEL.height - 10, 'players', { anchor: 'middle', colour: COLOURS.quiet }),
    ...(isBarShown ? [barLine(bar, y, left, right)] : []),
    // The product lies on top.
    ...[...lines].sort((a, b) => Number(b.isBaseline) - Number(a.isBaseline)).map((line) => curve(line, sizes, x, y)),
  ].join('\n');
}

function gridLine(tick: number, y: Scale, left: number, right: number): string {
  const at = round(y.at(tick));
  const label = text(left - 8, at + 4, plain(tick), { anchor: 'end', colour: COLOURS.quiet });
  return `<line x1="${left}" x2="${right}" y1="${at}" y2="${at}" stroke="${COLOURS.grid}"/>${label}`;
}

function barLine(bar: number, y: Scale, left: number, right: number): string {
  const at = round(y.at(bar));
  const label = text(left + 4, at - 5, `bar ${plain(bar)}`, { colour: COLOURS.bar });
  return `<line x1="${left}" x2="${right}" y1="${at}" y2="${at}" stroke="${COLOURS.bar}" stroke-dasharray="2 4"/>${label}`;
}

function curve({ name, isBaseline, values }: Line, sizes: readonly number[], x: Scale, y: Scale): string {
  const colour = isBaseline ? COLOURS.baseline : COLOURS.product;
  const points = sizes.flatMap((size, index) => {
    const value = values[index] ?? null;
    return value === null
      ? []
      : [{ x: round(x.at(size)), y: round(y.at(value)), title: `${name}, ${plain(size)}: ${plain(value)}` }];
  });
  const path = points.map((point) => `${point.x},${point.y}`).join(' ');
  return [
    `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2.5" stroke-linejoin="round"${isBaseline ? ' stroke-dasharray="7 5"' : ''}/>`,
    ...points.map(
      (point) =>
        `<circle cx="${point.x}" cy="${point.y}" r="4" fill="${isBaseline ? COLOURS.panel : colour}" stroke="${colour}" stroke-width="2"><title>${escaped(point.title)}</title></circle>`,
    ),
  ].join('\n');
}

/** Not by colour alone: the bare server's line is broken and its points are hollow. */
function legend(right: number, y: number): string {
  const entry = (x: number, name: string, colour: string, dash: string, fill: string) =>
    `<line x1="${x}" x2="${x + 34}" y1="${y - 5}" y2="${y - 5}" stroke="${colour}" stroke-width="2.5"${dash}/>` +
    `<circle cx="${x + 17}" cy="${y - 5}" r="4" fill="${fill}" stroke="${colour}" stroke-width="2"/>` +
    text(x + 42, y, name, { size: 13 });
  return (
    entry(right - 250, 'product', COLOURS.product, '', COLOURS.product) +
    entry(right - 130, 'bare Nest', COLOURS.baseline, ' stroke-dasharray="7 5"', COLOURS.panel)
  );
}

interface TextStyle {
  readonly size?: number;
  readonly weight?: number;
  readonly colour?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

function text(x: number, y: number, words: string, style: TextStyle = {}): string {
  const { size = 12, weight = 400, colour = COLOURS.text, anchor = 'start' } = style;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

function plain(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
