import { errorCode } from '../errors/error-code.js';
import { StartRefusal } from '../errors/start-refusal.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** What should not stand in an environment that others can read. */
export const SECRET_SETTINGS = ['DATABASE_URL', 'REDIS_URL', 'METRICS_TOKEN'] as const;

/** `NAME_FILE` names a file that holds what `NAME` would say, as containers hand out secrets. Space around it is left out. Throws StartRefusal. */
export function withSecrets(env: Environment, read: (file: string) => string): Environment {
  const secrets: Record<string, string> = {};
  for (const name of SECRET_SETTINGS) {
    const file = env[`${name}_FILE`];
    if (file === undefined || file === '') continue;
    if (env[name] !== undefined && env[name] !== '') throw twice(name);
    try {
      secrets[name] = read(file).trim();
    } catch (error) {
      throw unreadable(name, file, errorCode(error));
    }
  }
  return { ...env, ...secrets };
}

function twice(name: string): StartRefusal {
  return new StartRefusal(
    `${name} 与 ${name}_FILE 只能设置一个。`,
    `${name} and ${name}_FILE say the same thing: set one of them.`,
  );
}

function unreadable(name: string, file: string, code: string | undefined): StartRefusal {
  return new StartRefusal(
    `读不到 ${name}_FILE 指定的文件 ${file}（${code ?? 'unknown'}）。`,
    `The file ${file} of ${name}_FILE cannot be read (${code ?? 'unknown'}).`,
  );
}
