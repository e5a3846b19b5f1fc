import { Dropdown } from 'antd';
import { useLocation } from 'wouter';
import type { RoundSummary } from '@anquanli/contract/rounds';
import { useWords } from '../../../lib/i18n';
import { DeskButton } from '../../../ui/desk/DeskButton';
import type { RoundOffers } from '../model/round-line';
import { roundsWords } from '../words-rounds';
import type { RoundDeeds } from './use-round-deeds';

interface RoundMenuProps {
  round: Pick<RoundSummary, 'id' | 'title'>;
  offers: RoundOffers;
  deeds: RoundDeeds;
}

/** Everything that is not the first thing to do with a round. */
export function RoundMenu({ round, offers, deeds }: RoundMenuProps) {
  const t = useWords(roundsWords);
  const [, goTo] = useLocation();
  const items = [
    ...(offers.canEdit ? [{ key: 'edit', label: t('edit'), onClick: () => goTo(`/rounds/${round.id}`) }] : []),
    ...(offers.hasResults && offers.main !== 'results'
      ? [{ key: 'results', label: t('results'), onClick: () => goTo(`/rounds/${round.id}/results`) }]
      : []),
    ...(offers.canRehearse ? [{ key: 'rehearse', label: t('rehearse'), onClick: () => void deeds.rehearse() }] : []),
    { key: 'again', label: t('again'), onClick: () => void deeds.again() },
    { type: 'divider' as const },
    { key: 'remove', label: t('remove'), danger: true, onClick: deeds.askToRemove },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <DeskButton isBusy={deeds.isBusy} aria-label={t('moreActions', { title: round.title })}>
        {t('moreShort')}
      </DeskButton>
    </Dropdown>
  );
}
