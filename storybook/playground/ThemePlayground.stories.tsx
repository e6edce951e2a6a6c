import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, waitFor, within } from 'storybook/test';
import { setScene } from './scene.ts';
import { ThemePlayground } from './ThemePlayground.tsx';

const meta = {
  title: 'Theme playground',
  tags: ['!autodocs'],
  globals: { width: 'full', theme: 'auto' },
  loaders: [async () => ({ scene: await setScene() })],
  render: (_, { loaded }) => <ThemePlayground scene={loaded.scene} />,
} satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

export const Playground: Story = {};

export const Changed: Story = {
  play: async ({ canvas, canvasElement, step }) => {
    const code = () => canvas.getByLabelText<HTMLTextAreaElement>('As code').value;
    const css = () => canvas.getByLabelText<HTMLTextAreaElement>('As CSS').value;
    const accentOf = (scheme: string) => {
      const stage = within(canvas.getByRole('heading', { name: `On a ${scheme} page` }).parentElement as HTMLElement);
      const [widget] = stage.getAllByText(/./, { selector: '.percosec *' });
      const probe = document.createElement('i');
      probe.style.color = 'var(--percosec-accent)';
      widget?.closest('.percosec')?.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    };

    await step('nothing is changed, and nothing is exported', async () => {
      await expect(code()).toContain('createTheme({})');
    });
    await step('a colour reaches every widget, and the code', async () => {
      await fireEvent.change(await canvas.findByLabelText('accent in light'), { target: { value: '#8a1c7c' } });
      await waitFor(() => expect(accentOf('light')).toBe('rgb(138, 28, 124)'));
      await expect(accentOf('dark')).toBe('rgb(143, 176, 255)');
      await expect(code()).toContain("accent: { light: '#8a1c7c', dark: '#8fb0ff' },");
      await expect(css()).toContain('--percosec-accent: light-dark(#8a1c7c, #8fb0ff);');
    });
    await step('a measure, too', async () => {
      await fireEvent.change(canvas.getByLabelText('radius'), { target: { value: '20' } });
      await expect(css()).toContain('--percosec-radius: 20px;');
    });
    await step('what can’t be read is told', async () => {
      await fireEvent.change(canvas.getByLabelText('muted in light'), { target: { value: '#c8ccd4' } });
      const row = await canvas.findByRole('row', { name: /^muted on background/ });
      await expect(row).toHaveTextContent('too little');
    });
    await step('and all of it begins again', async () => {
      await fireEvent.click(canvas.getByRole('button', { name: 'Begin again' }));
      await expect(code()).toContain('createTheme({})');
      await expect(canvasElement.querySelectorAll('[data-judged="too little"]')).toHaveLength(0);
    });
  },
};
