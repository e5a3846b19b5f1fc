import { useState } from 'react';
import type { Participant } from '@anquanli/contract/people';
import { useDocumentTitle } from '../../lib/display';
import '../../lib/error-words-register';
import { useWords } from '../../lib/i18n';
import '../../ui/phone.css';
import { CodeStep, type FoundUnit } from './components/CodeStep';
import { DoneStep } from './components/DoneStep';
import { NameStep } from './components/NameStep';
import { RecoverStep } from './components/RecoverStep';
import './register.css';
import { words } from './words';

interface Done {
  readonly participant: Participant;
  readonly recoveryCode: string | null;
}

/** `/u` and `/u/:code`: a person becomes known by the code of a unit and the real name. */
export default function RegisterPage({ params }: { params: { code?: string } }) {
  const t = useWords(words);
  useDocumentTitle(t('title'));
  const [scanned, setScanned] = useState(params.code ?? '');
  const [found, setFound] = useState<FoundUnit | null>(null);
  const [recovering, setRecovering] = useState<string | null>(null);
  const [done, setDone] = useState<Done | null>(null);

  if (done !== null) return <DoneStep {...done} />;
  if (found === null) return <CodeStep key={scanned} scanned={scanned} onFound={setFound} />;
  if (recovering !== null) {
    return (
      <RecoverStep
        found={found}
        name={recovering}
        onRecovered={(participant) => setDone({ participant, recoveryCode: null })}
        onBack={() => setRecovering(null)}
      />
    );
  }
  return (
    <NameStep
      found={found}
      onRegistered={(participant, recoveryCode) => setDone({ participant, recoveryCode })}
      onRecover={setRecovering}
      onOtherCode={() => {
        setScanned('');
        setFound(null);
      }}
    />
  );
}
