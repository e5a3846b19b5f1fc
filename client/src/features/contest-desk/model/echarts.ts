import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init as start, use as register, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

/** The parts of echarts that the dashboard uses; loaded when a chart is shown. */
export function init(box: HTMLElement): EChartsType {
  return start(box, null, { renderer: 'svg' });
}
