// What the reports use of Apache ECharts, and nothing else: bar, line and heat map charts drawn on a canvas.
import * as core from 'echarts/core';
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { CanvasRenderer } from 'echarts/renderers';

core.use([
  BarChart, HeatmapChart, LineChart,
  AriaComponent, DataZoomComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent,
  CanvasRenderer,
]);

globalThis.echarts = { init: core.init, connect: core.connect, getInstanceByDom: core.getInstanceByDom, version: core.version };
