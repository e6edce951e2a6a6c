import { fuzz } from './fuzz.ts';

fuzz('insurance_pool');
