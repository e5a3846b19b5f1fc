import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import { contestRoutes, type Certificate } from '@anquanli/contract/contest';
import { call } from '../../lib/api-client';
import { useDocumentTitle } from '../../lib/display';
import { formatCalendarDate } from '../../lib/dates';
import { useLanguage, useWords } from '../../lib/i18n';
import { useLoaded } from '../../lib/use-call';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { StateCard } from '../../ui/StateCard';
import { CertificateSheet } from './components/CertificateSheet';
import { ContestHead } from './components/ContestHead';
import { Opening } from './components/OwnGate';
import { certificateImage, isInWeChat, saveImage } from './model/certificate-image';
import { words } from './words';

/** `/contests/:id/certificate`: to look at, to print, and as a picture. */
export function CertificatePage({ token, contestId }: { token: string; contestId: string }) {
  const t = useWords(words);
  const [language] = useLanguage();
  const [, navigate] = useLocation();
  useDocumentTitle(t('certificate'));
  const load = useCallback(() => call(contestRoutes.certificate, { params: { contestId }, token }), [contestId, token]);
  const { value: certificate, failure, reload } = useLoaded<Certificate>(load);
  const [image, setImage] = useState<string | null>(null);
  const toHome = () => navigate(`/contests/${contestId}`);
  if (certificate === null) {
    if (failure?.code !== 'certificate_not_earned') return <Opening failure={failure} onRetry={reload} />;
    return (
      <main className="center-page">
        <StateCard isPage title={t('certNot')} action={<Button onClick={toHome}>{t('toHome')}</Button>} />
      </main>
    );
  }

  function save(of: Certificate) {
    const made = certificateImage(of, {
      title: t('certTitle'),
      text: t('certText', textOf(of)),
      number: t('certNumber', { number: of.number }),
      date: formatCalendarDate(of.issuedOn, language),
      scan: t('certScan'),
    });
    if (isInWeChat()) setImage(made);
    else saveImage(made, `${of.contestTitle}-${of.name}.png`);
  }

  return (
    <main className="scr print">
      <ContestHead isLow brand={certificate.contestTitle} title={t('certificate')} />
      <div className="main">
        <CertificateSheet certificate={certificate} />
        <div className="no-print">
          <Button kind="text" onClick={() => window.print()}>
            {t('certPrint')}
          </Button>
          <Button kind="text" onClick={toHome}>
            {t('toHome')}
          </Button>
        </div>
      </div>
      <div className="bar no-print">
        <Button icon="download" onClick={() => save(certificate)}>
          {t('certSave')}
        </Button>
      </div>
      {image !== null && (
        <Sheet title={t('certHold')} onClose={() => setImage(null)}>
          <img className="cert-image" src={image} alt={t('certImage')} />
          <Button kind="text" onClick={() => setImage(null)}>
            {t('back')}
          </Button>
        </Sheet>
      )}
    </main>
  );
}

function textOf({ contestTitle, right, asked, points }: Certificate) {
  return { contest: contestTitle, right, asked, points };
}
