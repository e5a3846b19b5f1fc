// Runs on any Node that knows modules: the check must not fail for lack of what it checks for.
const NEEDED = [20, 19];

/** Ends the process with a sentence when this Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  console.error(
    `\n安全力需要 Node.js ${NEEDED.join('.')} 或更高版本，当前为 ${process.versions.node}。请从 https://nodejs.org 安装新版本。\n` +
      `Anquanli needs Node.js ${NEEDED.join('.')} or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org.\n`,
  );
  process.exit(1);
}
