// Writes fresh secrets for docker-compose.yml into a folder: node server/deploy/secrets.mjs FOLDER. What is there already is left alone.
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [folder] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
  process.stderr.write(
    '用法 · Usage: node server/deploy/secrets.mjs FOLDER（文件夹须已存在 · the folder must exist）\n',
  );
  process.exit(2);
}
const [database, redis] = [fresh(), fresh()];
const secrets = {
  database_password: database,
  database_url: `mysql://anquanli:${database}@mariadb:3306/anquanli`,
  redis_password: redis,
  redis_url: `redis://:${redis}@redis:6379`,
  metrics_token: fresh(),
};
const there = Object.keys(secrets).filter((name) => existsSync(path.join(folder, name)));
if (there.length > 0) {
  process.stderr.write(`已存在，未改动 · There already, left as it is: ${there.join(', ')}\n`);
  process.exit(1);
}
// Readable for the users inside the containers; the folder is what to keep to yourself.
for (const [name, secret] of Object.entries(secrets)) writeFileSync(path.join(folder, name), secret, { mode: 0o644 });
process.stdout.write(`已写入 · Written: ${Object.keys(secrets).join(', ')}\n`);

function fresh() {
  return randomBytes(24).toString('hex');
}
