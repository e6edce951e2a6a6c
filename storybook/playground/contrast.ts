// How well words can be read, by the browser's own idea of the colours and WCAG's of reading.

type Channels = readonly [red: number, green: number, blue: number];

const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const brush = canvas.getContext('2d', { willReadFrequently: true });

/** What is seen where the colours, any that CSS knows, lie upon each other, the lowest first. */
function seen(...colours: readonly string[]): Channels {
  if (!brush) throw new Error('This browser has no 2D canvas, which mixes the colours.');
  brush.fillStyle = '#ffffff';
  brush.fillRect(0, 0, 1, 1);
  for (const colour of colours) {
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

function luminance(channels: Channels): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1 to 21; of `colour` on `behind`, which may let through what lies below it. */
export function contrast(colour: string, ...behind: readonly string[]): number {
  const [one, other] = [luminance(seen(...behind, colour)), luminance(seen(...behind))];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** `#rrggbb`, for a field that takes nothing else. */
export const hexOf = (colour: string): string =>
  `#${seen(colour)
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`;

/** What the tokens are inside of an element, on the page behind it. */
export function contrastIn(element: HTMLElement, text: string, behind: string): number {
  const probe = document.createElement('span');
  probe.style.color = `var(${text})`;
  probe.style.backgroundColor = `var(${behind})`;
  element.append(probe);
  const { color, backgroundColor } = getComputedStyle(probe);
  probe.remove();
  return contrast(color, ...backgroundsOf(element), backgroundColor);
}

function backgroundsOf(element: HTMLElement): string[] {
  const colours: string[] = [];
  for (let one: HTMLElement | null = element; one; one = one.parentElement)
    colours.unshift(getComputedStyle(one).backgroundColor);
  return colours;
}
