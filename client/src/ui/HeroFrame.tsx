import type { ReactNode } from 'react';
import { Mark, Vee } from './Mark';

interface HeroFrameProps {
  title: string;
  help: string;
  /** The product's own name is set wide. */
  isBrand?: boolean;
  /** The quiet line at the lower edge. */
  foot: ReactNode;
  children: ReactNode;
}

/** The hero head, the content that overlaps it, and the quiet foot: pages on which people come in. */
export function HeroFrame({ title, help, isBrand = false, foot, children }: HeroFrameProps) {
  return (
    <main className="scr">
      <header className="hero">
        <Vee />
        <Mark />
        <h1 className={isBrand ? 'spaced' : undefined}>{title}</h1>
        <p>{help}</p>
      </header>
      <div className="main lift">{children}</div>
      <p className="join-foot">{foot}</p>
    </main>
  );
}
