import { obey } from './obey.js';
import { mountSmallDisk } from './small-disk.js';

/** A disk that can be filled. Prints `ready <folder>`, or `none` where nobody may mount, and obeys: `fill`, `free`. */
const disk = await mountSmallDisk();
if (disk === null) {
  process.stdout.write('none\n');
} else {
  obey({ fill: disk.fill, free: disk.free }, disk.remove);
  process.stdout.write(`ready ${disk.dir}\n`);
}
