import { Column } from 'typeorm';

interface Options {
  readonly primary?: boolean;
  readonly nullable?: boolean;
}

/**
 * Columns of entities. Only types that mean the same on SQLite and MySQL; the migrations' twins are in `tables.ts`.
 * Every text compares by its characters on both engines: who wants to ignore case stores a folded key beside the text.
 * One difference stays: MySQL takes texts for equal that differ in trailing spaces alone, so keys are trimmed before they come here.
 */

/** An id made by the application: UUID, lower-case. */
export function UuidColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'varchar', length: 36, ...options });
}

/** A short text of at most `length` characters. SQLite does not enforce the length: check it before. */
export function TextColumn(length: number, options: Options = {}): PropertyDecorator {
  return Column({ type: 'varchar', length, ...options });
}

/** A text of at most 64 kB in UTF-8. */
export function LongTextColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'text', ...options });
}

/** A whole number within ±2^31. */
export function IntColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'int', ...options });
}

/** A whole number within ±2^15. */
export function SmallIntColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'smallint', ...options });
}

export function BooleanColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'boolean', ...options });
}

/** A point in time as epoch milliseconds. MySQL hands bigint out as text, SQLite as a number; the code sees numbers. */
export function EpochMsColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'bigint', transformer: { to: (value: unknown) => value, from: numberFrom }, ...options });
}

/** A value as JSON, at most 64 kB. What is read back was written by this program: it is not parsed again by a schema. */
export function JsonColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'simple-json', ...options });
}

/** Bytes, at most 16 MB. `open-mysql.ts` makes it the type that holds as much: MySQL's own blob ends at 64 kB. */
export function BytesColumn(options: Options = {}): PropertyDecorator {
  return Column({ type: 'blob', ...options });
}

/** For raw rows, where no transformer works: a bigint or sum as number, null stays null. */
export function numberFrom(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}
