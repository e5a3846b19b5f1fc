interface LanguageSwitchProps {
  language: 'zh' | 'en';
  onChange(next: 'zh' | 'en'): void;
}

/** Offers the other language in its own words. */
export function LanguageSwitch({ language, onChange }: LanguageSwitchProps) {
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="language-switch"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => onChange(other)}
    >
      {other === 'zh' ? '中文' : 'English'}
    </button>
  );
}
