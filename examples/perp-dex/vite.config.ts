import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** No other page may have this one in a frame, and so a click that is meant for something else. */
const headers = { 'content-security-policy': "frame-ancestors 'none'", 'x-frame-options': 'DENY' };

export default defineConfig({ plugins: [react()], server: { headers }, preview: { headers } });
