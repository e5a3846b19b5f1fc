import { Icon } from '../Icon';

interface ChipsProps {
  /** The first chip: nothing chosen means all. */
  allLabel: string;
  items: readonly { value: string; label: string; count: number }[];
  chosen: readonly string[];
  onChange(next: string[]): void;
}

/** Several of many, as chips with their number; none chosen = all. */
export function Chips({ allLabel, items, chosen, onChange }: ChipsProps) {
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return (
    <div className="dk-chips">
      <Chip isOn={chosen.length === 0} label={allLabel} onPress={() => onChange([])} />
      {items.map((item) => (
        <Chip
          key={item.value}
          isOn={chosen.includes(item.value)}
          label={item.label}
          count={item.count}
          onPress={() => toggle(item.value)}
        />
      ))}
    </div>
  );
}

function Chip({ isOn, label, count, onPress }: { isOn: boolean; label: string; count?: number; onPress(): void }) {
  return (
    <button type="button" className={isOn ? 'on' : undefined} aria-pressed={isOn} onClick={onPress}>
      {isOn && <Icon name="tick" />}
      {label}
      {count !== undefined && <small>{count}</small>}
    </button>
  );
}
