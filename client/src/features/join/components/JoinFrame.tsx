import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useLanguage, useWords } from '../../../lib/i18n';
import { LanguageSwitch } from '../../../ui/LanguageSwitch';
import { Mark, Vee } from '../../../ui/Mark';
import { words } from '../words';

interface JoinFrameProps {
  title: string;
  help: string;
  children: ReactNode;
}

/** The hero head, the content that overlaps it, and the quiet foot. */
export function JoinFrame({ title, help, children }: JoinFrameProps) {
  const t = useWords(words);
  const [language, setLanguage] = useLanguage();
  const isBrand = title === t('brand');
  return (
    <main className="scr">
      <header className="hero">
        <Vee />
        <Mark />
        <h1 className={isBrand ? 'spaced' : undefined}>{title}</h1>
        <p>{help}</p>
      </header>
      <div className="main lift">{children}</div>
      <p className="join-foot">
        <span>{t('noAccount')}</span>
        <LanguageSwitch language={language} onChange={setLanguage} />
        <Link href="/rounds">{t('organiser')}</Link>
      </p>
    </main>
  );
}
