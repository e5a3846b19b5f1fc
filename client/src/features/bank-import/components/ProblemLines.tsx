import type { ImportProblem } from '@anquanli/contract/bank-imports';
import { useLanguage } from '../../../lib/i18n';
import { Icon } from '../../../ui/Icon';
import { usePlaceText } from './use-place';

/** Problems with what to do about each; with their place where they are of the file and not of one row. */
export function ProblemLines({
  problems,
  showsPlace = false,
}: {
  problems: readonly ImportProblem[];
  showsPlace?: boolean;
}) {
  const [language] = useLanguage();
  const placeOf = usePlaceText();
  return (
    <ul className="bi-problems">
      {problems.map((problem, index) => (
        <li key={`${problem.code} ${index}`} className={problem.weight === 'notice' ? 'warn' : 'bad'}>
          <Icon name={problem.weight === 'notice' ? 'warning' : 'cross'} />
          <p>
            <b>
              {showsPlace && placeOf(problem.where) !== '' && (
                <span className="bi-place">{placeOf(problem.where)}</span>
              )}
              {problem.says[language]}
            </b>
            <span>{problem.remedy[language]}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
