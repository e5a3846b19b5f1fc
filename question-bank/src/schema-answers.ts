import * as z from 'zod';
import { Feedback, Label, OptionId, OptionText, Slug } from './schema-words.js';

/** What may be chosen, and what is right: one answer shape for each kind of question. */

export const Option = z
  .strictObject({
    id: OptionId,
    text: OptionText,
    media: Slug.optional(),
    feedback: Feedback.optional(),
    pinned: z.boolean().optional().meta({ description: 'Keeps its place when options are shuffled.' }),
  })
  .meta({ id: 'Option' });
export type Option = z.infer<typeof Option>;

export const Options = z.array(Option).min(2).max(10).meta({ id: 'Options' });

const OptionIds = (min: number) => z.array(OptionId).min(min).max(10);

export const SingleAnswer = z.strictObject({ option: OptionId }).meta({ id: 'SingleAnswer' });

/** `partial-no-wrong` gives a share for each right option, nothing once a wrong one is chosen. Default: `exact`. */
export const MultipleAnswer = z
  .strictObject({ options: OptionIds(1), scoring: z.enum(['exact', 'partial-no-wrong']).optional() })
  .meta({ id: 'MultipleAnswer' });

export const BooleanAnswer = z.strictObject({ value: z.boolean() }).meta({ id: 'BooleanAnswer' });

/** `order` names every option once. `adjacent-pairs` counts neighbours in the right order. Default: `exact`. */
export const OrderingAnswer = z
  .strictObject({ order: OptionIds(2), scoring: z.enum(['exact', 'adjacent-pairs']).optional() })
  .meta({ id: 'OrderingAnswer' });

/** Any of the ranges is right, both ends included. `decimals` says how many the keypad offers. */
export const NumericAnswer = z
  .strictObject({
    accept: z
      .array(z.strictObject({ min: z.number(), max: z.number() }))
      .min(1)
      .max(5),
    unit: z.string().min(1).max(16).optional(),
    decimals: z.int().min(0).max(6).optional(),
  })
  .meta({ id: 'NumericAnswer' });

const Blank = z.strictObject({ accept: z.array(z.string().min(1).max(60)).min(1).max(12) });

export const TextAnswer = z
  .strictObject({ blanks: z.array(Blank).min(1).max(6), anyOrder: z.boolean().optional() })
  .meta({ id: 'TextAnswer' });

/** A place in a picture: x and y as shares of its width and height. */
const Point = z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]).meta({ id: 'Point' });

const named = {
  id: OptionId,
  label: Label.meta({ description: 'Read out and listed for people who cannot see or point.' }),
  feedback: Feedback.optional(),
};

export const Region = z
  .discriminatedUnion('shape', [
    z.strictObject({ ...named, shape: z.literal('rect'), from: Point, to: Point }),
    z.strictObject({ ...named, shape: z.literal('circle'), center: Point, r: z.number().gt(0).max(0.5) }),
    z.strictObject({ ...named, shape: z.literal('poly'), points: z.array(Point).min(3).max(40) }),
  ])
  .meta({ id: 'Region' });
export type Region = z.infer<typeof Region>;

/** `tolerance` widens every region, as a share of the picture's width. */
export const HotspotAnswer = z
  .strictObject({
    mode: z.enum(['find-one', 'find-all']),
    regions: z.array(Region).min(1).max(15),
    decoys: z.array(Region).max(15).optional(),
    maxClicks: z.int().min(1).max(30).optional(),
    tolerance: z.number().min(0).max(0.1).optional(),
  })
  .meta({ id: 'HotspotAnswer' });
