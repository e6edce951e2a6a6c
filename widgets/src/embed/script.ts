// What `<script type="module" src="…/percosec.js">` loads: the elements are there, and `mount` for who imports it.
import { defineElements } from './elements.ts';

defineElements();

export { createTheme } from '../theme/theme.ts';
export { defineElements } from './elements.ts';
export { mount } from './mount.ts';
