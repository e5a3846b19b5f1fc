import type { ReactNode } from 'react';

interface PageHeadProps {
  title: string;
  help?: ReactNode;
  /** Buttons at the right; the orange one last. */
  actions?: ReactNode;
}

/** The head of a desk page. */
export function PageHead({ title, help, actions }: PageHeadProps) {
  return (
    <header className="dk-head">
      <div>
        <h1>{title}</h1>
        {help !== undefined && <p>{help}</p>}
      </div>
      {actions !== undefined && <div className="dk-actions">{actions}</div>}
    </header>
  );
}
