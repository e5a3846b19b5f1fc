import { useEffect, useMemo } from 'react';
import { useLocation, useParams } from 'wouter';
import { useDocumentTitle } from '../../lib/display';
import { useLanguage, useWords } from '../../lib/i18n';
import { createKeepAwake } from '../../lib/keep-awake';
import '../../ui/stage.css';
import { CodeEntry } from './components/CodeEntry';
import { ConnectedStage } from './components/ConnectedStage';
import { StageTools } from './components/StageTools';
import { isWholeStageCode, readStageCode } from './model/stage-code';
import { useFullscreen } from './model/use-fullscreen';
import { useHall } from './model/use-hall';
import { useKeys } from './model/use-keys';
import { useMouseNear } from './model/use-mouse-near';
import { stageWords } from './words';

/** `/stage` asks for the code, `/stage/:code` is the picture for the hall. */
export default function StagePage() {
  const t = useWords(stageWords);
  const { code: typed = '' } = useParams<{ code?: string }>();
  const [, navigate] = useLocation();
  const [language, setLanguage] = useLanguage();
  const [isFullscreen, toggleFullscreen] = useFullscreen();
  const [hall, switchHall] = useHall();
  const isMouseNear = useMouseNear();
  const code = readStageCode(typed);
  const open = (next: string) => navigate(`/stage/${next}`);

  useDocumentTitle(t('pageTitle'));
  useStayAwake();
  useKeys({ f: toggleFullscreen, b: switchHall, l: () => setLanguage(language === 'zh' ? 'en' : 'zh') });

  return (
    <div className={isMouseNear || code === '' ? 'aq-stage' : 'aq-stage is-idle'} data-hall={hall}>
      <Ground />
      {isWholeStageCode(code) ? (
        <ConnectedStage key={code} code={code} onCode={open} />
      ) : (
        <CodeEntry code={code} problem={null} onCode={open} />
      )}
      <StageTools
        isShown={isMouseNear}
        isFullscreen={isFullscreen}
        onFullscreen={toggleFullscreen}
        hall={hall}
        onHall={switchHall}
      />
    </div>
  );
}

/** The V-stripes of a vest's back, tone on tone. */
function Ground() {
  return (
    <svg className="st-ground" viewBox="0 0 1920 1080" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <path d="M-200 -260 960 700 2120 -260M-200 160 960 1120 2120 160" />
    </svg>
  );
}

/** Keeps the venue's screen on; where the browser wants a tap first, the first key or click is it. */
function useStayAwake(): void {
  const awake = useMemo(createKeepAwake, []);
  useEffect(() => {
    const start = () => awake.start();
    start();
    window.addEventListener('pointerdown', start);
    window.addEventListener('keydown', start);
    return () => {
      window.removeEventListener('pointerdown', start);
      window.removeEventListener('keydown', start);
      awake.stop();
    };
  }, [awake]);
}
