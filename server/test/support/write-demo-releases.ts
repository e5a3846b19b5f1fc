import { aSetOfAllKinds } from './all-kinds.js';
import { writeReleases } from './releases.js';

/*
 * Writes a releases folder with one set that has a question of every kind, for playing by hand:
 *   npx tsc -b server && node server/dist/test/support/write-demo-releases.js FOLDER
 */

const folder = process.argv[2];
if (folder === undefined) throw new Error('Say which folder to write to.');
const { set, files } = aSetOfAllKinds();
await writeReleases(folder, [set], files);
