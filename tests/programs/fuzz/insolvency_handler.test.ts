import { fuzz } from './fuzz.ts';

fuzz('insolvency_handler');
