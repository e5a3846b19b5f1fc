import type { ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from './Icon';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` is orange: one on a screen. */
  kind?: 'primary' | 'quiet' | 'text';
  icon?: IconName;
}

export function Button({ kind = 'primary', icon, className = '', children, ...rest }: ButtonProps) {
  const look = kind === 'primary' ? 'btn' : `btn ${kind}`;
  return (
    <button type="button" {...rest} className={`${look} ${className}`}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}
