import * as z from 'zod/mini';
import { PointInPicture, type Choice } from '@anquanli/contract/question';
import type { QuestionKind } from '@anquanli/contract/vocabulary';
import { formOf, isSentByTap, type Asked } from './asked';
import { parseNumber } from './numeric/number-text';

/**
 * What is chosen but not sent yet: of a question that is answered by options their ids, of the others what has been put
 * in so far. An ordering has one only once it was touched.
 */
export const Selection = z.discriminatedUnion('by', [
  z.object({ by: z.literal('options'), options: z.array(z.string()) }),
  z.object({ by: z.literal('order'), order: z.array(z.string()) }),
  z.object({ by: z.literal('number'), text: z.string() }),
  z.object({ by: z.literal('text'), blanks: z.array(z.string()) }),
  z.object({ by: z.literal('places'), points: z.array(PointInPicture), places: z.array(z.string()) }),
]);
export type Selection = z.infer<typeof Selection>;
export type SelectionBy<By extends Selection['by']> = Extract<Selection, { by: By }>;

const BY: Readonly<Record<QuestionKind, Selection['by']>> = {
  single: 'options',
  multiple: 'options',
  boolean: 'options',
  ordering: 'order',
  numeric: 'number',
  text: 'text',
  hotspot: 'places',
};

/** Nothing chosen yet; an ordering begins as it is shown. */
export function emptySelection(asked: Asked): Selection {
  switch (BY[asked.kind]) {
    case 'options':
      return { by: 'options', options: [] };
    case 'order':
      return { by: 'order', order: asked.options.map(({ id }) => id) };
    case 'number':
      return { by: 'number', text: '' };
    case 'text':
      return { by: 'text', blanks: Array.from({ length: formOf(asked, 'text').blanks }, () => '') };
    case 'places':
      return { by: 'places', points: [], places: [] };
  }
}

/** The selection if it belongs to such a question, else an empty one: what is stored may be of another version. */
export function selectionFor(asked: Asked, selection: Selection | null): Selection {
  return selection !== null && selection.by === BY[asked.kind] ? selection : emptySelection(asked);
}

/** Selected option ids after a tap: several for a multiple choice, else the one. */
export function withTap(asked: Pick<Asked, 'kind'>, selected: readonly string[], optionId: string): string[] {
  if (isSentByTap(asked)) return [optionId];
  return selected.includes(optionId) ? selected.filter((id) => id !== optionId) : [...selected, optionId];
}

/** What would be sent now; null while there is nothing, or nothing whole, to send. */
export function choiceOf(asked: Asked, selection: Selection | null): Choice | null {
  if (selection === null || selection.by !== BY[asked.kind]) return null;
  switch (selection.by) {
    case 'options':
      return choiceOfOptions(asked, selection.options);
    case 'order':
      return isWholeOrder(asked, selection.order) ? { kind: 'ordering', order: selection.order } : null;
    case 'number': {
      const value = parseNumber(selection.text, formOf(asked, 'numeric').decimals);
      return value === null ? null : { kind: 'numeric', value };
    }
    case 'text': {
      const blanks = selection.blanks.map((blank) => blank.trim());
      return blanks.some((blank) => blank !== '') ? { kind: 'text', blanks } : null;
    }
    case 'places': {
      const { points, places } = selection;
      return points.length + places.length === 0 ? null : { kind: 'hotspot', points, places };
    }
  }
}

/** A multiple choice lists its options in their order, whatever the order of the taps. */
function choiceOfOptions({ kind, options }: Asked, selected: readonly string[]): Choice | null {
  const [first] = selected;
  if (first === undefined) return null;
  if (kind === 'boolean') return { kind, value: first === 'true' };
  if (kind === 'single') return { kind, option: first };
  const chosen = options.map(({ id }) => id).filter((id) => selected.includes(id));
  return chosen.length === 0 ? null : { kind: 'multiple', options: chosen };
}

function isWholeOrder({ options }: Asked, order: readonly string[]): boolean {
  return order.length === options.length && options.every(({ id }) => order.includes(id));
}

/** A sent choice as a selection, to be shown in the same inputs. */
export function selectionOf(choice: Choice): Selection {
  switch (choice.kind) {
    case 'single':
      return { by: 'options', options: [choice.option] };
    case 'boolean':
      return { by: 'options', options: [String(choice.value)] };
    case 'multiple':
      return { by: 'options', options: choice.options };
    case 'ordering':
      return { by: 'order', order: choice.order };
    case 'numeric':
      return { by: 'number', text: String(choice.value) };
    case 'text':
      return { by: 'text', blanks: choice.blanks };
    case 'hotspot':
      return { by: 'places', points: choice.points, places: choice.places };
  }
}
