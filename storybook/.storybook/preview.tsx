import { DecoratorHelpers } from '@storybook/addon-themes';
import type { Decorator, Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import { WidgetSettings } from '../../widgets/src/core/settings.tsx';
import '../../widgets/src/theme/styles.css';
import './host-page.css';
import { LANGUAGES, localeFor } from './languages.ts';
import { guardNetwork } from './no-network.ts';
import { HOST_PAGES } from './themes.ts';

// So that all stories can be tested in dark, in Arabic, in 240 px: STORYBOOK_THEME=dark npm test -- --project storybook
const { STORYBOOK_THEME = 'auto', STORYBOOK_LOCALE = 'en', STORYBOOK_WIDTH = '480' } = import.meta.env;

DecoratorHelpers.initializeThemeState(Object.keys(HOST_PAGES), STORYBOOK_THEME);

// A busy machine is slow, and no story's fault.
configure({ asyncUtilTimeout: 10_000 });

const askedOfNetwork = guardNetwork();

const onHostPage: Decorator = (Story, context) => {
  const { locale, direction, width } = context.globals;
  const { themeOverride } = context.parameters.themes ?? {};
  const page = HOST_PAGES[themeOverride || DecoratorHelpers.pluckThemeFromContext(context)] ?? HOST_PAGES.auto;
  return (
    <div
      className="host-page"
      style={{ colorScheme: page?.scheme ?? 'light dark' }}
      data-page={page?.coloured ? 'coloured' : undefined}
      data-view={context.viewMode}
    >
      <div data-width={width}>
        <WidgetSettings theme={page?.theme} locale={localeFor(locale, direction)}>
          <Story />
        </WidgetSettings>
      </div>
    </div>
  );
};

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [onHostPage],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: {
      storySort: {
        order: [
          'Introduction',
          'A perp front-end in ten minutes',
          'Embedding',
          'Tokens',
          'Theme playground',
          '*',
          'Widgets',
        ],
      },
    },
  },
  globalTypes: {
    locale: {
      description: 'Language',
      toolbar: { title: 'Language', icon: 'globe', dynamicTitle: true, items: LANGUAGES },
    },
    direction: {
      description: 'Direction of writing',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'language', title: 'as the language' },
          { value: 'ltr', title: 'left to right' },
          { value: 'rtl', title: 'right to left' },
        ],
      },
    },
    width: {
      description: 'Room for the widget',
      toolbar: {
        icon: 'grow',
        dynamicTitle: true,
        items: ['240', '320', '480', '960', 'full'].map((width) => ({
          value: width,
          title: width === 'full' ? 'full width' : `${width} px`,
        })),
      },
    },
  },
  initialGlobals: { theme: STORYBOOK_THEME, locale: STORYBOOK_LOCALE, direction: 'language', width: STORYBOOK_WIDTH },
  afterEach() {
    const asked = askedOfNetwork();
    if (asked.length > 0) throw new Error(`This story asked the network: ${asked.join(', ')}`);
  },
};
export default preview;
