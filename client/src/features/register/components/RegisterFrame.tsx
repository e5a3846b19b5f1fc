import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../../../lib/i18n';
import { HeroFrame } from '../../../ui/HeroFrame';
import { LanguageSwitch } from '../../../ui/LanguageSwitch';
import { words } from '../words';

export function RegisterFrame({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  const t = useWords(words);
  const [language, setLanguage] = useLanguage();
  const foot = (
    <>
      <span>{t('noAccount')}</span>
      <LanguageSwitch language={language} onChange={setLanguage} />
    </>
  );
  return (
    <HeroFrame title={title} help={help} foot={foot}>
      {children}
    </HeroFrame>
  );
}
