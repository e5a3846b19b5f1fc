import { useWords } from '../../../lib/i18n';
import { Icon, type IconName } from '../../../ui/Icon';
import { stageWords } from '../words';

interface WayToAnswerProps {
  icon: IconName;
  text: 'orderOnPhone' | 'numberOnPhone' | 'blankOnPhone' | 'tapOnPhone' | 'tapAllOnPhone';
}

/** Between stem and answers: what people do on their phones now. */
export function WayToAnswer({ icon, text }: WayToAnswerProps) {
  const t = useWords(stageWords);
  return (
    <p className="st-way">
      <Icon name={icon} />
      {t(text)}
    </p>
  );
}
