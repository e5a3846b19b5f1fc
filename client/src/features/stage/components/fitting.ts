import type { CSSProperties } from 'react';
import type { QuestionView } from '@anquanli/contract/question';
import type { FitStep } from '../model/fit';

/** The sizes of a step as the custom properties that stage.css reads, in --su. */
export function fitStyle(step: FitStep): CSSProperties {
  return { '--st-stem': step.stem, '--st-options': step.options, '--st-why': step.why } as CSSProperties;
}

export function fitClass(step: FitStep): string {
  return step.isTight ? 'st-screen is-tight' : 'st-screen';
}

/** Everything of a question that takes room; another text is fitted anew. */
export function textOf(question: QuestionView, languageMark: string): string {
  const options = question.options.map((option) => option.text ?? '');
  return [languageMark, question.kind, question.stem ?? '', ...options].join('\n');
}
