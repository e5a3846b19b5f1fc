import { spawn } from 'node:child_process';

/** Runs a script with this Node, its words going where ours go. Resolves with the exit status. */
export function runNode(script, args = [], options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (status, signal) => resolve(status ?? (signal === null ? 1 : 128)));
  });
}

/** Like {@link runNode}, for scripts that run side by side: what each has said comes in one piece at its end. */
export async function runNodeQuietly(script, args = [], options = {}) {
  const said = [];
  const child = spawn(process.execPath, [script, ...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece));
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  });
  return { status, said: Buffer.concat(said) };
}
