import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../../../lib/i18n';
import { LanguageSwitch } from '../../../ui/LanguageSwitch';
import { Mark, Vee } from '../../../ui/Mark';
import { words } from '../words';

/** The pages before the desk: the ink head with the mark, and one card. */
export function Gate({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  const t = useWords(words);
  const [language, setLanguage] = useLanguage();
  return (
    <main className="dk-gate">
      <header>
        <Vee />
        <LanguageSwitch language={language} onChange={setLanguage} />
        <p className="dk-gate-brand">
          <Mark />
          {t('product')}
        </p>
        <div className="dk-bandline" />
      </header>
      <section className="dk-gate-card">
        <h1>{title}</h1>
        <p className="dk-lead">{help}</p>
        {children}
      </section>
    </main>
  );
}
