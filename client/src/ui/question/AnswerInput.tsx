import type { InputProps } from './input-props';
import { LatePart } from './LatePart';
import { lateParts } from './late-parts';
import { OptionList } from './OptionList';

interface AnswerInputProps extends InputProps {
  /** Letters and shapes only, large: the words stand on the stage. */
  readonly isPlain?: boolean;
}

/** What a question of any kind is answered with. */
export function AnswerInput({ isPlain = false, ...props }: AnswerInputProps) {
  switch (props.question.kind) {
    case 'single':
    case 'multiple':
    case 'boolean':
      return <OptionList {...props} isPlain={isPlain} />;
    case 'ordering':
    case 'numeric':
    case 'text':
    case 'hotspot':
      return <LateInput {...props} kind={props.question.kind} />;
  }
}

function LateInput({ kind, ...props }: InputProps & { kind: 'ordering' | 'numeric' | 'text' | 'hotspot' }) {
  const { part: parts, failures } = lateParts.use();
  if (parts === null) return <LatePart failures={failures} />;
  const Input = parts.inputs[kind];
  return <Input {...props} />;
}
