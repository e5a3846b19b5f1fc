/** The line icons of the design: 2.4 px, round ends, always beside a word. */
const PATHS = {
  tick: 'M4.500 12.500l5 5L20 7',
  cross: 'M6 6l12 12M18 6L6 18',
  up: 'M12 19V6M6 11.500L12 5.500l6 6',
  down: 'M12 5v13M6 12.500l6 6 6-6',
  same: 'M6 12h12',
  go: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  phone: 'M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM11 18h2',
  book: 'M5 4.500h10a4 4 0 0 1 4 4V20H8a3 3 0 0 1-3-3zM9 9h6M9 13h6',
  offline: 'M3 9.500a13 13 0 0 1 18 0M6.500 13a8 8 0 0 1 11 0M12 17.500h.01M4 3l16 18',
  clock: 'M12 7v5.500l3.500 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  warning: 'M12 4L2.500 20h19zM12 10v4.500M12 17.300h.01',
  tap: 'M9 11V5.500a1.800 1.800 0 0 1 3.600 0V11l5 1.200a2 2 0 0 1 1.500 2.200L18.500 20H11l-4.500-5.500a1.500 1.500 0 0 1 2.300-1.900L9 13',
  play: 'M8 5l11 7-11 7z',
  stop: 'M7 7h10v10H7z',
  calendar: 'M5 6h14v14H5zM5 10.500h14M9 3.500V8M15 3.500V8',
  bars: 'M5 20V11M12 20V4M19 20v-6',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  settings:
    'M12 8.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM12 2.500v3M12 18.500v3M2.500 12h3M18.500 12h3M5.300 5.300l2.100 2.100M16.600 16.600l2.100 2.100M18.700 5.300l-2.100 2.100M7.400 16.600l-2.100 2.100',
  download: 'M12 4v11M8 11.500l4 4 4-4M5 20h14',
  trophy:
    'M7 4h10v6a5 5 0 0 1-10 0zM7 6H3.500v1.500A4 4 0 0 0 7 11.500M17 6h3.500v1.500a4 4 0 0 1-3.500 4M12 15v3M8 20.500h8',
  scan: 'M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3M7 12h10',
  pencil: 'M4 20l1-4.500L16.500 4l3.500 3.500L8.500 19z',
  largeText: 'M4 19L9.500 5 15 19M6 14.500h7M17 12.500h5M19.500 10v5',
  send: 'M4 12l16-8-6 16-3-6.500z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M18.700 5.300l-1.400 1.400M6.700 17.300l-1.400 1.400',
  plus: 'M12 5v14M5 12h14',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.500 20.500c1-4 4-6 7.500-6s6.500 2 7.500 6',
  chair: 'M7 3v9h10V3M5 12h14v4H5zM7 16v5M17 16v5',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  language: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3.500 12h17M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg className={`ico ${className}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
