import { useWords } from '../../../lib/i18n';
import { QUESTION_FIELDS, type QuestionField } from '../model/field-changes';
import { common } from '../words-common';

const SET_FIELDS = ['title', 'description', 'licence', 'legalBasisDate', 'sources', 'locale', 'rev'] as const;
type Known = QuestionField | (typeof SET_FIELDS)[number];

const isKnown = (field: string): field is Known => [...QUESTION_FIELDS, ...SET_FIELDS].some((each) => each === field);

/** Names of fields, as people call them. The revision goes along with everything and is not worth a word. */
export function FieldNames({ fields }: { fields: readonly string[] }) {
  const t = useWords(common);
  const told = fields.filter((field) => field !== 'rev');
  return <>{told.map((field) => (isKnown(field) ? t(`field_${field}`) : field)).join(' · ')}</>;
}
