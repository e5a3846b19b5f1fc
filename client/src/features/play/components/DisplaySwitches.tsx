import { useLargeText } from '../../../lib/display';
import { useLanguage, useWords } from '../../../lib/i18n';
import { LanguageSwitch } from '../../../ui/LanguageSwitch';
import { words } from '../words';

/** Language and text size, in the head of the calm screens. */
export function DisplaySwitches() {
  const t = useWords(words);
  const [language, setLanguage] = useLanguage();
  const [isLarge, setLarge] = useLargeText();
  return (
    <div className="brim-switches">
      <button type="button" className="language-switch" onClick={() => setLarge(!isLarge)}>
        {t(isLarge ? 'normalText' : 'largeText')}
      </button>
      <LanguageSwitch language={language} onChange={setLanguage} />
    </div>
  );
}
