import * as z from 'zod';

/** The small shapes that the schema of sets and questions is made of. */

export const Slug = z
  .string()
  .min(2)
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .meta({ id: 'Slug', description: 'Lower-case words joined by hyphens.' });

export const QuestionId = z
  .string()
  .regex(/^q_[0-9a-hjkmnp-tv-z]{26}$/)
  .meta({ id: 'QuestionId', description: 'q_ and a lower-case Crockford ULID. Opaque, never reused.' });

export const OptionId = z
  .string()
  .regex(/^[a-z][a-z0-9]{0,7}$/)
  .meta({ id: 'OptionId', description: 'Unique within the question; not the letter shown to people.' });

export const Version = z
  .string()
  .regex(/^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/)
  .meta({ id: 'Version', description: 'SemVer without pre-release or build part.' });

export const Sha256 = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .meta({ id: 'Sha256' });

export const Locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/)
  .meta({ id: 'Locale', description: 'BCP 47: language, script, region.' });

/** A calendar day, YYYY-MM-DD. */
export const Day = z.iso.date().meta({ id: 'Day' });

/** Text that is not only white space. Rules on its characters are in `rules/plain-text.ts`. */
const filled = (max: number, min = 1) => z.string().min(min).max(max).regex(/\S/);

export const Stem = filled(1000, 2).meta({ id: 'Stem' });
export const OptionText = filled(300).meta({ id: 'OptionText' });
export const Explanation = filled(2000).meta({ id: 'Explanation' });
export const Title = filled(300).meta({ id: 'Title' });
export const Label = filled(120).meta({ id: 'Label' });
export const Note = filled(300).meta({ id: 'Note' });
export const Feedback = filled(500).meta({ id: 'Feedback' });
