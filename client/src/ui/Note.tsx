import type { ReactNode } from 'react';
import { BreakText } from './BreakText';
import { Icon, type IconName } from './Icon';

const ICONS = { ok: 'tick', wait: 'clock', no: 'cross', plain: 'warning' } as const satisfies Record<string, IconName>;

interface NoteProps {
  tone: keyof typeof ICONS;
  title: string;
  icon?: IconName;
  children?: ReactNode;
}

/** What is the case, in one bold line, and one sentence more. Announced to screen readers. */
export function Note({ tone, title, icon, children }: NoteProps) {
  return (
    <div className={`note ${tone}`} role="status">
      <Icon name={icon ?? ICONS[tone]} />
      <div>
        <b>
          <BreakText text={title} />
        </b>
        {children !== undefined && <p>{typeof children === 'string' ? <BreakText text={children} /> : children}</p>}
      </div>
    </div>
  );
}
