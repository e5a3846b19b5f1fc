import type { AnswerForm, OptionView, QuestionView } from '@anquanli/contract/question';

/** What has to be known of a question to show and answer it: without number and times, so that a desk can show it too. */
export type Asked = Pick<QuestionView, 'kind' | 'stem' | 'options' | 'media' | 'form'>;

type FormKind = AnswerForm['kind'];

/** How an answer of this kind is entered; what a question without it can be answered by, should it ever come so. */
const PLAIN_FORMS: { readonly [Kind in FormKind]: Extract<AnswerForm, { kind: Kind }> } = {
  numeric: { kind: 'numeric', unit: null, decimals: 0 },
  text: { kind: 'text', blanks: 1 },
  hotspot: { kind: 'hotspot', mode: 'find-one', maxClicks: 1 },
};

export function formOf<Kind extends FormKind>(asked: Pick<Asked, 'form'>, kind: Kind) {
  const { form } = asked;
  const isOf = (each: AnswerForm | null): each is Extract<AnswerForm, { kind: Kind }> => each?.kind === kind;
  return isOf(form) ? form : PLAIN_FORMS[kind];
}

/** The options a person can choose from. A true-or-false question may come without a list of its own. */
export function optionsOf(
  asked: Pick<Asked, 'kind' | 'options'>,
  words: { yes: string; no: string },
): readonly OptionView[] {
  if (asked.kind !== 'boolean' || asked.options.length > 0) return asked.options;
  return [
    { id: 'true', text: words.yes },
    { id: 'false', text: words.no },
  ];
}

/** Is the answer sent by the first tap, without a button? */
export function isSentByTap({ kind }: Pick<Asked, 'kind'>): boolean {
  return kind === 'single' || kind === 'boolean';
}
