import type { ReactNode } from 'react';
import { BreakText } from './BreakText';
import { Mark } from './Mark';

interface StateCardProps {
  /** What is the case, at most 12 Chinese characters. */
  title: string;
  /** One sentence of help. */
  help?: string;
  /** The one way out. */
  action?: ReactNode;
  /** Something is under way: the running band in place of the mark, shown only after 0.3 s. */
  isLoading?: boolean;
  /** The card is all there is on the page: its title is the page's heading. */
  isPage?: boolean;
}

/** Empty, loading or error, always in the same hand. */
export function StateCard({ title, help, action, isLoading = false, isPage = false }: StateCardProps) {
  const Title = isPage ? 'h1' : 'b';
  return (
    <div className={`plate state-card${isLoading ? ' load late' : ''}`} role="status">
      {isLoading ? <i /> : <Mark />}
      <Title>
        <BreakText text={title} />
      </Title>
      {help !== undefined && (
        <p>
          <BreakText text={help} />
        </p>
      )}
      {action}
    </div>
  );
}
