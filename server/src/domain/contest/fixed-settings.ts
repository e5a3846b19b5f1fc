import type { ContestSettings } from '@anquanli/contract/contest-settings';

type Field = keyof ContestSettings;

/** What cannot change a score that was made, nor what people were promised for it: may be changed while the contest runs. */
const ALWAYS_CHANGEABLE: readonly Field[] = [
  'title',
  'practice',
  'hasCertificate',
  'boards',
  'names',
  'asksEmployeeNo',
  'eraseAfterDays',
];

/** Fields that may be changed. Before the first day: all. The last day may move later while the contest runs. */
export function changeableFields(hasBegun: boolean, fields: readonly string[]): string[] {
  return hasBegun ? [...ALWAYS_CHANGEABLE, 'lastDay'] : [...fields];
}

/** The first setting that would change and may not any more; null when the change is allowed. */
export function fixedField(before: ContestSettings, after: ContestSettings): Field | null {
  const fields = Object.keys(after) as Field[];
  return fields.find((field) => !same(before[field], after[field]) && !mayChange(field, before, after)) ?? null;
}

function mayChange(field: Field, before: ContestSettings, after: ContestSettings): boolean {
  return field === 'lastDay' ? after.lastDay > before.lastDay : ALWAYS_CHANGEABLE.includes(field);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
