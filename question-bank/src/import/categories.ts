import { folded } from './clean-text.js';
import type { Findings } from './findings.js';
import type { CategoryMapping, ImportChoices, ImportContext } from './import-result.js';

type Bank = Pick<ImportContext, 'categories'>;

/** The category of the bank that a label names: chosen by the admin, or by id, title, or one step of a path in it. */
export function categoryOf(label: string, choices: ImportChoices, bank: Bank): string | null {
  const isThere = (id: string | undefined) =>
    id !== undefined && bank.categories.some((category) => category.id === id);
  const chosen = Object.hasOwn(choices.categories ?? {}, label) ? choices.categories?.[label] : undefined;
  if (isThere(chosen)) return chosen ?? null;
  const steps = [label, ...label.split(/[/／>＞\\|｜]|->|→/u).reverse()].map(folded).filter(Boolean);
  for (const step of steps) {
    const found = bank.categories.find(({ id, title }) => folded(id) === step || folded(title) === step);
    if (found) return found.id;
  }
  return null;
}

/** Where questions go whose category is not known; undefined when the bank has none at all. */
export function defaultCategory(choices: ImportChoices, bank: Bank): string | undefined {
  const chosen = bank.categories.find(({ id }) => id === choices.defaultCategory);
  return (chosen ?? bank.categories[0])?.id;
}

export function readCategory(
  label: string,
  env: { choices: ImportChoices; context: Bank },
  findings: Findings,
): string {
  const known = label === '' ? null : categoryOf(label, env.choices, env.context);
  const fallback = defaultCategory(env.choices, env.context);
  if (known !== null) return known;
  if (fallback === undefined) {
    findings.refuse('category_none', label);
    return '';
  }
  const title = env.context.categories.find(({ id }) => id === fallback)?.title ?? fallback;
  if (label !== '') findings.note('category_unknown', label, { category: title });
  return fallback;
}

/** The labels of a file in order of first appearance, with the category each goes to. */
export function mapCategories(
  labels: readonly string[],
  env: { choices: ImportChoices; context: Bank },
): CategoryMapping[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({
    label,
    count,
    category: label === '' ? null : categoryOf(label, env.choices, env.context),
  }));
}
