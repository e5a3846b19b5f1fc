import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { EChartsCoreOption } from 'echarts/core';
import { useWords } from '../../../lib/i18n';
import { words } from '../words';

interface ChartProps {
  /** Spoken in place of the picture. */
  label: string;
  option: EChartsCoreOption;
  /** The same figures as a table. */
  table: ReactNode;
}

/** A chart, and beside it the figures for everybody who reads rather than looks. */
export function Chart({ label, option, table }: ChartProps) {
  const t = useWords(words);
  const box = useRef<HTMLDivElement>(null);
  const [isTable, setTable] = useState(false);

  useEffect(() => {
    let isGone = false;
    let end = () => undefined as void;
    void import('../model/echarts').then(({ init }) => {
      if (isGone || box.current === null) return;
      const chart = init(box.current);
      chart.setOption(option);
      const watch = new ResizeObserver(() => chart.resize());
      watch.observe(box.current);
      end = () => {
        watch.disconnect();
        chart.dispose();
      };
    });
    return () => {
      isGone = true;
      end();
    };
  }, [option]);

  return (
    <>
      <div className="cd-chart" ref={box} role="img" aria-label={label} />
      <button type="button" className="dk-link" aria-expanded={isTable} onClick={() => setTable(!isTable)}>
        {t(isTable ? 'asChart' : 'asTable')}
        <span className="vh"> {label}</span>
      </button>
      {isTable && <div className="cd-figures">{table}</div>}
    </>
  );
}
