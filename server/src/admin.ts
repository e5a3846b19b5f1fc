import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { SCHEMA } from './app.module.js';
import { PasswordService } from './features/identity/password.service.js';
import { resetPassword, type ResetOutcome } from './features/identity/reset-password.js';
import { Clock } from './platform/clock/clock.js';
import { readConfig } from './platform/config/env.js';
import { openDatabase } from './platform/database/open-database.js';
import { StartRefusal } from './platform/errors/start-refusal.js';
import { Random } from './platform/random/random.js';

const USAGE = `用法 · Usage:  npm run admin -- reset-password [--name NAME]\n`;

/** Commands for whoever sits at the machine. They go to the database directly, so they also work beside a running server. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { name: { type: 'string' } } });
  if (positionals.length !== 1 || positionals[0] !== 'reset-password') {
    process.stderr.write(USAGE);
    return 2;
  }
  const random = new Random(new Clock());
  const password = [random.code(4), random.code(4), random.code(4), random.code(4)].join('-');
  const passwordHash = await new PasswordService(random).hash(password);
  const unitOfWork = await openDatabase(readConfig().database, SCHEMA, () => random.fraction());
  try {
    return report(await resetPassword(unitOfWork, passwordHash, values.name), password);
  } finally {
    await unitOfWork.close();
  }
}

function report(result: ResetOutcome, password: string): number {
  if (result.outcome === 'done') {
    process.stdout.write(
      `\n账号 ${result.name} 的新密码 · New password of ${result.name}:\n\n  ${password}\n\n` +
        `该账号已在所有设备上退出登录。 · The account has been signed out everywhere.\n\n`,
    );
    return 0;
  }
  const names = result.names.map((name) => `  ${name}\n`).join('');
  process.stderr.write(
    result.names.length === 0
      ? `还没有账号。请启动服务并打开它打印的链接。 · There is no account yet: start the server and open the link it prints.\n`
      : `请用 --name 指定账号 · Say which account with --name:\n${names}`,
  );
  return 1;
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    const isForOperator = error instanceof StartRefusal;
    process.stderr.write(isForOperator ? `${error.chinese}\n${error.english}\n` : `${String(error)}\n${USAGE}`);
    process.exit(1);
  },
);
