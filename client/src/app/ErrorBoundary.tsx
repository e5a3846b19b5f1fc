import { Component, type ReactNode } from 'react';
import { useWords } from '../lib/i18n';
import { Button } from '../ui/Button';
import { StateCard } from '../ui/StateCard';
import { words } from './words';

interface State {
  isBroken: boolean;
}

/** The last net: a page that broke offers to load itself anew; seat, score and stored answers outlive that. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { isBroken: false };

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <BrokenPage /> : this.props.children;
  }
}

function BrokenPage() {
  const t = useWords(words);
  return (
    <main className="center-page">
      <StateCard
        isPage
        title={t('brokenTitle')}
        help={t('brokenHelp')}
        action={<Button onClick={() => window.location.reload()}>{t('reload')}</Button>}
      />
    </main>
  );
}
