/** Letter + shape + colour of the options, by their place in the list. */
const SHAPES = [
  { letter: 'A', path: 'M20 3a17 17 0 1 0 0 34 17 17 0 0 0 0-34z', y: 26.5, size: 18 },
  { letter: 'B', path: 'M20 4 37 35H3z', y: 32, size: 17 },
  { letter: 'C', path: 'M4.5 4.5h31v31h-31z', y: 26.5, size: 19 },
  { letter: 'D', path: 'M20 2.5 37.5 20 20 37.5 2.5 20z', y: 26, size: 17 },
  { letter: 'E', path: 'M20 2.5 35.5 11v18L20 37.5 4.5 29V11z', y: 26.5, size: 18 },
  { letter: 'F', path: 'M5 4.5h30v15c0 9-6.500 14-15 18-8.500-4-15-9-15-18z', y: 26, size: 18 },
  { letter: 'G', path: 'M13 3h14v10h10v14H27v10H13V27H3V13h10z', y: 26, size: 17 },
  { letter: 'H', path: 'M5 27a15 15 0 0 1 30 0zM3 31h34v4H3z', y: 26, size: 15 },
  {
    letter: 'I',
    path: 'M20 2l5.600 11.300L38 15.200l-9 8.800 2.100 12.500L20 30.500 8.900 36.500 11 24l-9-8.800 12.400-1.900z',
    y: 26.5,
    size: 14,
  },
  { letter: 'J', path: 'M20 2.500c8 9.500 13 15 13 22a13 13 0 0 1-26 0c0-7 5-12.500 13-22z', y: 30.5, size: 17 },
] as const;

const FIRST = SHAPES[0];

/** The letter of the option at `index` (0 = A … 9 = J). */
export function letterOf(index: number): string {
  return (SHAPES[index] ?? FIRST).letter;
}

/** The class that carries the colour of the option at `index`: `a` … `j`. */
export function identityOf(index: number): string {
  return letterOf(index).toLowerCase();
}

/** The shape with its letter; takes its colours (`--o`, `--oi`) from the class of {@link identityOf} around it. */
export function Glyph({ index }: { index: number }) {
  const { letter, path, y, size } = SHAPES[index] ?? FIRST;
  return (
    <svg className="glyph" viewBox="0 0 40 40" aria-hidden="true">
      <path d={path} />
      <text x="20" y={y} fontSize={size} style={{ fontSize: `${size}px` }}>
        {letter}
      </text>
    </svg>
  );
}
