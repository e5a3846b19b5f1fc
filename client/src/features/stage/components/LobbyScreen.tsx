import type { StageCounters, StageView } from '@anquanli/contract/live-stage';
import { formatNumber, useWords, type Translate } from '../../../lib/i18n';
import { QrCode } from '../../../ui/QrCode';
import { minutesOf, widthOf } from '../model/lengths';
import { stageWords } from '../words';
import { ArrivedNames } from './ArrivedNames';
import { LiveNumber, StageFrame } from './StageFrame';

interface LobbyScreenProps {
  view: StageView;
  counters: StageCounters;
  freshSeats: readonly number[];
}

/** Doors open: code and QR first, names come in. */
export function LobbyScreen({ view, counters, freshSeats }: LobbyScreenProps) {
  const t = useWords(stageWords);
  const out = <LiveNumber before={t('arrived')} value={formatNumber(counters.people)} after={t('people')} />;
  return (
    <StageFrame title={view.title} note={programmeOf(view, t)} out={out} isDown>
      <div className="st-screen">
        <div className="st-lobby">
          <div>
            <h1>{t(view.isLobbyLocked ? 'lockedTitle' : 'joinTitle')}</h1>
            {view.isLobbyLocked && <p className="st-help">{t('lockedHelp')}</p>}
            {view.pin !== null && (
              <>
                <p className="st-label">{t('pinLabel')}</p>
                <Pin pin={view.pin} />
              </>
            )}
            <Address view={view} />
          </div>
          <div className="st-qr">
            <QrCode text={view.joinUrl} label={t('qrLabel')} />
          </div>
        </div>
        <ArrivedNames counters={counters} freshSeats={freshSeats} />
      </div>
    </StageFrame>
  );
}

/** Wider than this the address is set smaller, in Chinese characters. */
const ROOMY_HOST = 15;

function Address({ view }: { view: StageView }) {
  const t = useWords(stageWords);
  if (view.pin === null) {
    return (
      <p className="st-address is-alone">
        {t('addressBefore')} <b>{view.joinHost}</b>
      </p>
    );
  }
  return (
    <p className={widthOf(view.joinHost) > ROOMY_HOST ? 'st-address is-long' : 'st-address'}>
      {t('addressBefore')} <b>{view.joinHost}</b> <span>{t('addressAfter')}</span>
    </p>
  );
}

/** Two groups of three, read aloud digit by digit. */
function Pin({ pin }: { pin: string }) {
  return (
    <p className="st-pin" aria-label={pin.split('').join(' ')}>
      {pin.slice(0, 3)}
      <i />
      {pin.slice(3)}
    </p>
  );
}

function programmeOf(view: StageView, t: Translate<(typeof stageWords)['zh']>): string {
  const minutes = minutesOf(view.questionCount, view.secondsPerQuestion);
  return [
    t('questions', { count: view.questionCount }),
    minutes === null ? null : t('minutes', { count: minutes }),
    t(`scoring_${view.scoring}`),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
