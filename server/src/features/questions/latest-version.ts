import { compareVersions } from '@anquanli/question-bank/version.js';

interface Release {
  readonly version: string;
  readonly status: 'released' | 'withdrawn';
}

/** The highest version that may still be chosen for something new; null when all are withdrawn. */
export function latestOf<T extends Release>(releases: readonly T[]): T | null {
  const offered = releases.filter(({ status }) => status === 'released');
  return offered.reduce<T | null>(
    (latest, each) => (latest === null || compareVersions(each.version, latest.version) > 0 ? each : latest),
    null,
  );
}
