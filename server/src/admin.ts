import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { backupCommand, restoreCommand } from './admin/backup.js';
import { migrateCommand } from './admin/migrate.js';
import { resetPasswordCommand } from './admin/reset-password.js';
import { readConfig } from './platform/config/env.js';
import { StartRefusal } from './platform/errors/start-refusal.js';

const USAGE = `用法 · Usage:
  npm run admin -- reset-password [--name NAME]
  npm run admin -- migrate
  npm run admin -- backup [FILE]
  npm run admin -- restore FILE [--replace]
`;

/** Commands for whoever sits at the machine; they go to the database directly. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { name: { type: 'string' }, replace: { type: 'boolean' } },
  });
  const [command, file, ...rest] = positionals;
  if (rest.length === 0) {
    if (command === 'reset-password' && file === undefined) return resetPasswordCommand(readConfig(), values.name);
    if (command === 'migrate' && file === undefined) return migrateCommand(readConfig());
    if (command === 'backup') return backupCommand(readConfig(), file);
    if (command === 'restore' && file !== undefined) return restoreCommand(readConfig(), file, values.replace === true);
  }
  process.stderr.write(USAGE);
  return 2;
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    const isForOperator = error instanceof StartRefusal;
    process.stderr.write(isForOperator ? `${error.chinese}\n${error.english}\n` : `${String(error)}\n${USAGE}`);
    process.exit(1);
  },
);
