import { spawn } from 'node:child_process';

/** Runs a script with this Node, its words going where ours go. Resolves with the exit status. */
export function runNode(script, args = [], options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (status, signal) => resolve(status ?? (signal === null ? 1 : 128)));
  });
}
