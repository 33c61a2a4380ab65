// A chart as a plain custom element, no bundler. ECharts is loaded when the first chart is shown.
// A colour in the option may name a CSS custom property ("--chart-up"): it is looked up when the
// chart is drawn, so that one option serves the light and the dark page.
// Ranges that are brushed on parallel axes are a property, too (JSON: the ranges of each axis), and
// an event "chart-brushed" tells of new ones. A chart of many lines asks for a canvas.
let library;
const load = () => (library ??= import(new URL('./echarts.esm.min.js', import.meta.url).href));

// A canvas does not know light-dark() or oklch(): let the browser compute, then read the pixel.
const pixel = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
function computedColor(element, property) {
  const probe = document.createElement('i');
  probe.style.color = `var(${property})`;
  element.append(probe);
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = getComputedStyle(probe).color;
  probe.remove();
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
  return `rgba(${red}, ${green}, ${blue}, ${alpha / 255})`;
}

function resolveColors(value, element) {
  if (typeof value === 'string') return value.startsWith('--') ? computedColor(element, value) : value;
  if (Array.isArray(value)) return value.map((item) => resolveColors(item, element));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveColors(item, element)]));
}

class DrivetrainChart extends HTMLElement {
  #chart;
  #option;
  #brushed = '[]';
  #restoring = false;
  #resizes = new ResizeObserver(() => this.#chart?.resize());
  #themes = new MutationObserver(() => this.#draw());
  #system = matchMedia('(prefers-color-scheme: dark)');
  #redraw = () => this.#draw();

  set option(json) {
    this.#option = JSON.parse(json);
    this.#draw();
  }

  set brushed(json) {
    if (json === this.#brushed) return;
    this.#brushed = json;
    if (this.#chart) this.#restoreBrush(this.#chart);
  }

  // Saves the picture as it is, as "png" or "svg".
  async download(type, name) {
    const echarts = await load();
    const {clientWidth: width, clientHeight: height} = this;
    const renderer = type === 'svg' ? 'svg' : 'canvas';
    const copy = echarts.init(document.createElement('div'), null, {renderer, width, height});
    copy.setOption({...this.#drawn(), animation: false, backgroundColor: computedColor(this, '--surface')});
    this.#restoreBrush(copy);
    const link = document.createElement('a');
    link.href = copy.getDataURL({type, pixelRatio: 2});
    link.download = `${name}.${type}`;
    link.click();
    copy.dispose();
  }

  connectedCallback() {
    this.#resizes.observe(this);
    this.#themes.observe(document.documentElement, {attributes: true, attributeFilter: ['style', 'theme']});
    this.#system.addEventListener('change', this.#redraw);
    this.#draw();
  }

  disconnectedCallback() {
    this.#resizes.disconnect();
    this.#themes.disconnect();
    this.#system.removeEventListener('change', this.#redraw);
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  async #draw() {
    if (!this.#option) return;
    const echarts = await load();
    if (!this.isConnected) return;
    const surface = (this.#chart ??= this.#open(echarts));
    surface.setOption(this.#drawn(), {notMerge: true});
    this.#restoreBrush(surface);
    this.toggleAttribute('data-rendered', true);
  }

  #drawn() {
    return {
      backgroundColor: 'transparent',
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      textStyle: {fontFamily: getComputedStyle(this).fontFamily},
      ...resolveColors(this.#option, this),
    };
  }

  #open(echarts) {
    const renderer = this.getAttribute('renderer') ?? 'svg';
    const chart = echarts.init(this.#surface(), null, {renderer});
    chart.on('axisareaselected', () => this.#tellBrush(chart));
    return chart;
  }

  #axes(chart) {
    return (this.#option.parallelAxis ?? []).map((_, axis) => chart.getModel().getComponent('parallelAxis', axis));
  }

  #tellBrush(chart) {
    if (this.#restoring) return;
    this.#brushed = JSON.stringify(this.#axes(chart).map((axis) => axis.activeIntervals ?? []));
    this.dispatchEvent(new CustomEvent('chart-brushed', {detail: this.#brushed}));
  }

  #restoreBrush(chart) {
    const ranges = JSON.parse(this.#brushed);
    const axes = this.#axes(chart);
    if (!axes.some((axis, at) => ranges[at]?.length || axis.activeIntervals?.length)) return;
    this.#restoring = true;
    axes.forEach((axis, at) =>
      chart.dispatchAction({type: 'axisAreaSelect', parallelAxisIndex: at, intervals: ranges[at] ?? []}));
    chart.resize(); // only then does it draw the ranges, and in a style of its own
    this.#restoring = false;
    const {color, opacity} = resolveColors(this.#option.parallelAxis[0].areaSelectStyle ?? {}, this);
    chart
      .getZr()
      .storage.getDisplayList(true)
      .filter((shape) => shape.name === 'main' && shape.parent?.__brushOption)
      .forEach((shape) => shape.setStyle({fill: color, stroke: color, opacity}));
  }

  #surface() {
    const surface = document.createElement('div');
    surface.style.cssText = 'width: 100%; height: 100%';
    this.replaceChildren(surface);
    return surface;
  }
}

customElements.define('drivetrain-chart', DrivetrainChart);
