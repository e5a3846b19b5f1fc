import type { ReactNode } from 'react';
import { useLanguage } from '../../../lib/i18n';
import { LanguageSwitch } from '../../../ui/LanguageSwitch';
import { Mark, Vee } from '../../../ui/Mark';

interface ContestHeadProps {
  /** The line beside the mark. */
  brand: string;
  title: string;
  help?: string;
  /** Nothing below overlaps it. */
  isLow?: boolean;
  children?: ReactNode;
}

/** The ink head of the contest's pages. */
export function ContestHead({ brand, title, help, isLow = false, children }: ContestHeadProps) {
  const [language, setLanguage] = useLanguage();
  return (
    <header className={`chead${isLow ? ' low' : ''}`}>
      <Vee />
      <div className="brand">
        <Mark />
        <span>{brand}</span>
        <div className="brim-switches">
          <LanguageSwitch language={language} onChange={setLanguage} />
        </div>
      </div>
      <h1>{title}</h1>
      {help !== undefined && <p>{help}</p>}
      {children}
    </header>
  );
}
