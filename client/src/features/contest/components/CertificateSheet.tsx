import type { Certificate } from '@anquanli/contract/contest';
import { formatCalendarDate } from '../../../lib/dates';
import { useLanguage, useWords } from '../../../lib/i18n';
import { Mark } from '../../../ui/Mark';
import { QrCode } from '../../../ui/QrCode';
import { words } from '../words';

/** The certificate itself, on the screen and on paper. */
export function CertificateSheet({ certificate }: { certificate: Certificate }) {
  const t = useWords(words);
  const [language] = useLanguage();
  const { name, unitName, contestTitle, right, asked, points, number, issuedOn, url } = certificate;
  return (
    <article className="cert">
      <Mark />
      <h1>{t('certTitle')}</h1>
      <div className="cert-band" />
      <p className="cert-name">{name}</p>
      <p className="cert-unit">{unitName}</p>
      <p className="cert-text">{t('certText', { contest: contestTitle, right, asked, points })}</p>
      <div className="cert-foot">
        <p>
          {formatCalendarDate(issuedOn, language)}
          <br />
          {t('certNumber', { number })}
          <br />
          {t('certScan')}
        </p>
        <QrCode text={url} label={t('certScan')} />
      </div>
    </article>
  );
}
