import type { StorybookConfig } from '@storybook/react-vite';

const config: StorybookConfig = {
  stories: ['../pages/*.mdx', '../pages/*.stories.tsx', '../stories/**/*.stories.tsx', '../playground/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-themes', '@storybook/addon-vitest'],
  framework: '@storybook/react-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Storybook's own lessons are not what people come for.
  features: { backgrounds: false, sidebarOnboardingChecklist: false },
};
export default config;
