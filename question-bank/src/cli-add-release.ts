import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { OK, told, UsageError, type World } from './cli-world.js';
import { addRelease, unpackRelease } from './release-parcel.js';

/** Puts a version that was exported at the desk into releases/. */
export async function addReleaseCommand(world: World, file: string): Promise<number> {
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`There is no file “${file}”.`);
  });
  const unpacked = unpackRelease(bytes, basename(file));
  if ('problem' in unpacked) return told(world, [unpacked.problem]);
  const { set } = unpacked.parcel;
  const problems = await addRelease(join(world.root, 'releases'), unpacked.parcel);
  if (problems.length > 0) return told(world, problems);
  world.out(
    `Added releases/${set.id}/${set.version}.json: ${set.questions.length} questions, ${set.contentHash ?? ''}`,
  );
  return OK;
}
