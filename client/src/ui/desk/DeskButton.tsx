import type { ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from '../Icon';

export type DeskButtonLook = 'plain' | 'primary' | 'text' | 'danger';

interface DeskButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` is orange: one on a screen. */
  look?: DeskButtonLook;
  icon?: IconName;
  /** An order is under way: no second press, and a running band after half a second. */
  isBusy?: boolean;
}

/** The classes of a desk button, for links that look like one. */
export function deskButton(look: DeskButtonLook = 'plain'): string {
  return look === 'plain' ? 'dk-btn' : `dk-btn dk-${look}`;
}

export function DeskButton({ look = 'plain', icon, isBusy = false, className = '', ...rest }: DeskButtonProps) {
  const { children, disabled, ...other } = rest;
  return (
    <button
      type="button"
      {...other}
      disabled={disabled === true || isBusy}
      aria-busy={isBusy || undefined}
      className={`${deskButton(look)} ${className}`}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  );
}
