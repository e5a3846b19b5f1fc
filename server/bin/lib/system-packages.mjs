import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** First the one without windows and bars: the same engine at two thirds of the time. */
const CHROMIUM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** What some suites need beside Node: each with a file that shows it is there, and Debian's package. */
const NEEDED = [
  {
    what: 'MariaDB',
    package: 'mariadb-server',
    files: ['/usr/sbin/mariadbd', '/usr/bin/mariadbd', '/usr/local/bin/mariadbd'],
  },
  {
    what: 'Redis',
    package: 'redis-server',
    files: ['/usr/bin/redis-server', '/usr/local/bin/redis-server'],
  },
  {
    what: 'Chromium',
    package: 'chromium-headless-shell',
    files: CHROMIUM,
  },
  {
    what: '中文字体 · CJK fonts',
    package: 'fonts-noto-cjk',
    files: ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'],
  },
];

const isMissing = ({ files }) => !files.some(existsSync);

/**
 * Installs what is missing where that is possible (Debian, root); elsewhere says what to install.
 * Answers with the names of what is still missing. With CI=true that is a failure.
 */
export function provideSystemPackages() {
  let missing = NEEDED.filter(isMissing);
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const names = missing.map((each) => each.package);
    console.log(`▸ apt-get install ${names.join(' ')}`);
    const options = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update', '-qq'], options);
    // A service that a package would start is none of our business: suites run instances of their own.
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options);
    missing = NEEDED.filter(isMissing);
  }
  for (const each of missing) {
    console.error(
      `\n*** ${each.what}: not found. Install ${each.package} (or its like); what needs it is SKIPPED. ***\n`,
    );
  }
  if (missing.length > 0 && process.env.CI === 'true') process.exit(1);
  return missing.map((each) => each.package);
}

/** The browser of the end-to-end tests: CHROMIUM_PATH, else the system's; null where there is none. */
export function chromiumPath() {
  const found = [process.env.CHROMIUM_PATH ?? '', ...CHROMIUM].find((file) => file !== '' && existsSync(file));
  if (found) return found;
  try {
    return execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
