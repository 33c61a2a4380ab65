// A chart as a plain custom element, no bundler. ECharts is loaded when the first chart is shown.
// A colour in the option may name a CSS custom property ("--chart-up"): it is looked up when the
// chart is drawn, so that one option serves the light and the dark page.
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
  #resizes = new ResizeObserver(() => this.#chart?.resize());
  #themes = new MutationObserver(() => this.#draw());
  #system = matchMedia('(prefers-color-scheme: dark)');
  #redraw = () => this.#draw();

  set option(json) {
    this.#option = JSON.parse(json);
    this.#draw();
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
    const surface = (this.#chart ??= echarts.init(this.#surface(), null, {renderer: 'svg'}));
    surface.setOption(
      {
        backgroundColor: 'transparent',
        animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
        textStyle: {fontFamily: getComputedStyle(this).fontFamily},
        ...resolveColors(this.#option, this),
      },
      {notMerge: true});
    this.toggleAttribute('data-rendered', true);
  }

  #surface() {
    const surface = document.createElement('div');
    surface.style.cssText = 'width: 100%; height: 100%';
    this.replaceChildren(surface);
    return surface;
  }
}

customElements.define('drivetrain-chart', DrivetrainChart);
