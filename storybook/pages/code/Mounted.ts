import { createTheme } from '@percosec/widgets';
import { mount } from '@percosec/widgets/embed';

const target = document.querySelector('#insurance');

if (target) {
  const mounted = mount(target, {
    widget: 'deposit-panel',
    market: target.getAttribute('data-market') ?? '',
    rpcUrl: 'https://your-rpc.example',
    theme: createTheme({ accent: { light: '#6a35d9', dark: '#c3a6ff' } }),
    nonce: document.querySelector('script')?.nonce,
    onEvent: (event) => console.info(event.type),
  });
  // Later: what is said changes in place, and nothing is left behind.
  mounted.update({ locale: 'es' });
  addEventListener('pagehide', () => mounted.unmount());
}
