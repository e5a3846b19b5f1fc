import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useLanguage, useWords } from '../../../lib/i18n';
import { HeroFrame } from '../../../ui/HeroFrame';
import { LanguageSwitch } from '../../../ui/LanguageSwitch';
import { words } from '../words';

interface JoinFrameProps {
  title: string;
  help: string;
  children: ReactNode;
}

/** The frame of the door to a round. */
export function JoinFrame({ title, help, children }: JoinFrameProps) {
  const t = useWords(words);
  const [language, setLanguage] = useLanguage();
  const foot = (
    <>
      <span>{t('noAccount')}</span>
      <LanguageSwitch language={language} onChange={setLanguage} />
      <Link href="/rounds">{t('organiser')}</Link>
    </>
  );
  return (
    <HeroFrame title={title} help={help} isBrand={title === t('brand')} foot={foot}>
      {children}
    </HeroFrame>
  );
}
