import type { ReactNode } from 'react';
import { Icon } from '../Icon';

interface AnswerLineProps {
  /** `missed`: right, but not given; dashed like a wrong one, in the colour of right. */
  tone: 'ok' | 'no' | 'missed';
  tag: string;
  /** Before the words: letter and shape, or a number. */
  mark?: ReactNode;
  /** The class that carries the colours of the option. */
  identity?: string;
  children: ReactNode;
}

/** One line of the reveal: what it is, and in words what that means for the own answer. */
export function AnswerLine({ tone, tag, mark, identity = '', children }: AnswerLineProps) {
  return (
    <li className={`ans ${tone} ${identity}`}>
      {mark}
      <span className="t">{children}</span>
      <span className="tag">
        <Icon name={tone === 'no' ? 'cross' : tone === 'ok' ? 'tick' : 'eye'} />
        {tag}
      </span>
    </li>
  );
}
