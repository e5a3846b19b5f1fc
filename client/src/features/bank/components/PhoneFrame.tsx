import type { ReactNode } from 'react';
import '../../../ui/phone.css';
import type { Asked } from '../../../ui/question/asked';
import { AnswerInput } from '../../../ui/question/AnswerInput';
import { QuestionStem } from '../../../ui/question/QuestionStem';
import type { Selection } from '../../../ui/question/selection';

interface PhoneFrameProps {
  label: string;
  question: Asked;
  selection: Selection | null;
  isFixed: boolean;
  onChange(next: Selection): void;
  onSubmit(): void;
}

/** A question in the phone's own components, in a frame of its size. */
export function PhoneFrame({ label, question, selection, isFixed, onChange, onSubmit }: PhoneFrameProps) {
  return (
    <PhoneScreen label={label}>
      <div className="main ask">
        <QuestionStem question={question} isFixed={isFixed} />
        <AnswerInput
          question={question}
          selection={selection}
          isFixed={isFixed}
          onChange={onChange}
          onSubmit={onSubmit}
        />
      </div>
    </PhoneScreen>
  );
}

export function PhoneScreen({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="bk-phone" aria-label={label}>
      <div className="bk-phone-screen" tabIndex={0} role="group" aria-label={label}>
        {children}
      </div>
    </section>
  );
}
