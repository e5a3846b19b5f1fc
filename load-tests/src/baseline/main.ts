import { startBareNestGateway } from './bare-nest-gateway.js';
import { startBareSocketIo } from './bare-socket-io.js';

/** A baseline in a process of its own: `main.js socket.io|nest` prints `listening <port>` and stays until it is killed. */
const start = process.argv[2] === 'nest' ? startBareNestGateway : startBareSocketIo;
const { port } = await start(0);
process.stdout.write(`listening ${port}\n`);
// The parent's end closes the pipe: nobody is left behind when it dies.
process.stdin.on('end', () => process.exit(0)).resume();
