import type { ReactNode } from 'react';

interface CardProps {
  title?: string;
  note?: ReactNode;
  /** At the right of the title. */
  aside?: ReactNode;
  className?: string;
  /** May be higher than its place: can then be scrolled with the keyboard too. */
  isScrollable?: boolean;
  children: ReactNode;
}

/** A card with its heading. */
export function Card({ title, note, aside, className = '', isScrollable = false, children }: CardProps) {
  return (
    <section className={`dk-card ${className}`} {...(isScrollable ? { tabIndex: 0, 'aria-label': title } : {})}>
      {title !== undefined && (
        <div className="dk-card-head">
          <h2>{title}</h2>
          {note !== undefined && <span>{note}</span>}
          {aside !== undefined && <div className="dk-aside">{aside}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
