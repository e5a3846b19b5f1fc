import { useState } from 'react';
import { Link } from 'wouter';
import { useLanguage, useWords } from '../../../lib/i18n';
import { Icon, type IconName } from '../../../ui/Icon';
import { LanguageSwitch } from '../../../ui/LanguageSwitch';
import { Mark } from '../../../ui/Mark';
import { spacedPin } from '../model/round-line';
import { consoleWords } from '../words-console';
import { AddressDialog } from './AddressDialog';
import type { ConsolePart } from './console-part';
import { RemoteDialog } from './RemoteDialog';
import { StageDialog } from './StageDialog';
import type { GiveOrder } from './use-give-order';
import type { Run } from './use-run';

type Dialog = 'remote' | 'stage' | 'address' | null;

export function ConsoleHeader({ run, shared, roundId, isRemote, give }: ConsolePart & { give: GiveOrder }) {
  const t = useWords(consoleWords);
  const [language, setLanguage] = useLanguage();
  const { view } = shared;
  const [dialog, setDialog] = useState<Dialog>(null);
  const close = () => setDialog(null);
  return (
    <header className="dk-console-top">
      {isRemote ? (
        <Mark />
      ) : (
        <Link href="/rounds" aria-label={t('toRounds')}>
          <Mark />
        </Link>
      )}
      <h1>{view.title}</h1>
      <ConnectionTag connection={run.connection} />
      {view.isRehearsal && (
        <span className="dk-badge" title={t('rehearsalHelp')}>
          {t('rehearsal')}
        </span>
      )}
      {view.isLobbyLocked && (
        <span className="dk-badge">
          <Icon name="lock" />
          {t('lockedBadge')}
        </span>
      )}
      <div className="dk-console-tools">
        {view.pin !== null && (
          <p className="dk-pin">
            {t('pin')}
            <b>{spacedPin(view.pin)}</b>
          </p>
        )}
        {view.joinOrigins.length > 1 && <Tool icon="send" label={t('address')} onPress={() => setDialog('address')} />}
        {!isRemote && <Tool icon="phone" label={t('remote')} onPress={() => setDialog('remote')} />}
        <Tool icon="eye" label={t('openStage')} onPress={() => setDialog('stage')} />
        <LanguageSwitch language={language} onChange={setLanguage} />
      </div>
      <RemoteDialog isOpen={dialog === 'remote'} roundId={roundId} onClose={close} />
      <StageDialog isOpen={dialog === 'stage'} view={view} onClose={close} />
      <AddressDialog isOpen={dialog === 'address'} view={view} give={give} onClose={close} />
    </header>
  );
}

function Tool({ icon, label, onPress }: { icon: IconName; label: string; onPress(): void }) {
  return (
    <button type="button" className="dk-btn dk-on-ink" onClick={onPress}>
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}

export function ConnectionTag({ connection }: Pick<Run, 'connection'>) {
  const t = useWords(consoleWords);
  const isOnline = connection === 'online';
  return (
    <span className={`dk-st dk-connection${isOnline ? '' : ' away'}`} role="status">
      <Icon name={isOnline ? 'tick' : 'offline'} />
      {t(isOnline ? 'connected' : connection === 'connecting' ? 'connecting' : 'disconnected')}
    </span>
  );
}
