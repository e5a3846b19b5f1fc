import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { JoinToken } from '@anquanli/contract/join';
import * as z from 'zod/mini';
import { useErrorText } from '../../../lib/error-words';
import { useWords } from '../../../lib/i18n';
import { Button } from '../../../ui/Button';
import { StateCard } from '../../../ui/StateCard';
import type { FoundRound } from '../model/claim';
import { useEntrance } from '../use-entrance';
import { words } from '../words';

/** Came by the QR code: looks the round up without a question. */
export function FindStep({ joinToken, onFound }: { joinToken: string; onFound(found: FoundRound): void }) {
  const t = useWords(words);
  const [, navigate] = useLocation();
  const { failure, find } = useEntrance(onFound);
  const isReadable = z.safeParse(JoinToken, joinToken).success;
  const error = useErrorText(isReadable ? failure : { ok: false, code: 'not_found' });

  useEffect(() => {
    if (isReadable) void find({ joinToken });
  }, [isReadable, joinToken, find]);

  if (isReadable && failure === null) {
    return (
      <main className="center-page">
        <StateCard isPage isLoading title={t('findingTitle')} />
      </main>
    );
  }
  return (
    <main className="center-page">
      <StateCard
        isPage
        title={t('notFoundTitle')}
        help={error}
        action={
          <>
            <Button onClick={() => void find({ joinToken })}>{t('tryAgain')}</Button>
            <Button kind="text" onClick={() => navigate('/')}>
              {t('typePin')}
            </Button>
          </>
        }
      />
    </main>
  );
}
