import { SCHEMA } from '../app.module.js';
import { PasswordService } from '../features/identity/password.service.js';
import { resetPassword, type ResetOutcome } from '../features/identity/reset-password.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';
import { openDatabase } from '../platform/database/open-database.js';
import { Random } from '../platform/random/random.js';

/** Gives an account a new password and prints it; also beside a running server. The exit status. */
export async function resetPasswordCommand({ database }: Config, name: string | undefined): Promise<number> {
  const random = new Random(new Clock());
  const password = [random.code(4), random.code(4), random.code(4), random.code(4)].join('-');
  const passwordHash = await new PasswordService(random).hash(password);
  const unitOfWork = await openDatabase(database, SCHEMA, () => random.fraction());
  try {
    return report(await resetPassword(unitOfWork, passwordHash, name), password);
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
