import { useCallback } from 'react';
import { Link } from 'wouter';
import { unitRoutes, type Poster } from '@anquanli/contract/units';
import { call } from '../../lib/api-client';
import { formatMoment } from '../../lib/dates';
import { useDocumentTitle } from '../../lib/display';
import { useLanguage, useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { deskButton, DeskButton } from '../../ui/desk/DeskButton';
import { PageHead } from '../../ui/desk/PageHead';
import { Mark } from '../../ui/Mark';
import { QrCode } from '../../ui/QrCode';
import { StateCard } from '../../ui/StateCard';
import { Reading } from './UnitsPage';
import { words } from './words';

/** `/units/:id/posters`: one A4 page for each unit of the subtree that has a living code. */
export default function PostersPage({ unitId }: { unitId: string }) {
  const t = useWords(words);
  useDocumentTitle(t('postersTitle'));
  const load = useCallback(() => call(unitRoutes.posters, { params: { unitId } }), [unitId]);
  const { value, failure, reload } = useLoaded(load);
  return (
    <>
      <div className="un-no-print">
        <PageHead
          title={t('postersTitle')}
          help={t('postersHelp')}
          actions={
            <>
              <Link href="/units" className={deskButton()}>
                {t('back')}
              </Link>
              <DeskButton look="primary" disabled={!value?.posters.length} onClick={() => window.print()}>
                {t('print')}
              </DeskButton>
            </>
          }
        />
      </div>
      {value === null && <Reading failure={failure} onRetry={reload} />}
      {value?.posters.length === 0 && <StateCard title={t('noPosters')} />}
      <div className="un-posters">
        {value?.posters.map((poster) => (
          <PosterSheet key={poster.unitId} poster={poster} />
        ))}
      </div>
    </>
  );
}

function PosterSheet({ poster }: { poster: Poster }) {
  const t = useWords(words);
  const [language] = useLanguage();
  const { path, code, url, expiresAt } = poster;
  return (
    <article className="un-poster">
      <p className="un-poster-brand">
        <Mark />
        安全力
      </p>
      <h2>{path[path.length - 1]}</h2>
      <p>{path.slice(0, -1).join(' · ')}</p>
      <QrCode text={url} label={t('posterQr')} />
      <p className="un-poster-scan">{t('posterScan')}</p>
      <p className="un-poster-code">{`${code.slice(0, 4)} ${code.slice(4)}`}</p>
      <p>{t('posterOr', { host: new URL(url).host })}</p>
      {expiresAt !== null && <p>{t('posterUntil', { time: formatMoment(expiresAt, language) })}</p>}
    </article>
  );
}
