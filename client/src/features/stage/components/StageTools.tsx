import { useLanguage, useWords } from '../../../lib/i18n';
import type { Hall } from '../model/use-hall';
import { stageWords } from '../words';

interface StageToolsProps {
  isShown: boolean;
  isFullscreen: boolean;
  onFullscreen: () => void;
  hall: Hall;
  onHall: () => void;
}

/** For whoever stands at the venue's computer: comes with the mouse, goes by itself. */
export function StageTools({ isShown, isFullscreen, onFullscreen, hall, onHall }: StageToolsProps) {
  const t = useWords(stageWords);
  const [language, setLanguage] = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <aside className={isShown ? 'st-tools is-shown' : 'st-tools'} aria-label={t('tools')}>
      <button type="button" onClick={onFullscreen}>
        {t(isFullscreen ? 'leaveFullscreen' : 'fullscreen')}
        <kbd>F</kbd>
      </button>
      <button type="button" onClick={onHall}>
        {t(hall === 'dark' ? 'brightHall' : 'darkHall')}
        <kbd>B</kbd>
      </button>
      <button type="button" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => setLanguage(other)}>
        {other === 'zh' ? '中文' : 'English'}
        <kbd>L</kbd>
      </button>
    </aside>
  );
}
