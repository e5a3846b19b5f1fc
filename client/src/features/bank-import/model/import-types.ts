import type { ImportItem, ImportMapping } from '@anquanli/contract/bank-imports';

/** A question of the bank, as an import holds it. */
export type ImportQuestion = NonNullable<ImportItem['question']>;
export type ImportCell = ImportItem['cells'][number];
export type Similar = ImportItem['similar'][number];
export type TypeCode = ImportMapping['typeCodes'][number];
export type CategoryLabel = ImportMapping['categories'][number];

/** Categories of the registry. */
export type Categories = readonly { readonly id: string; readonly title: string }[];
