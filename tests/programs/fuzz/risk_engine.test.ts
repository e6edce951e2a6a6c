import { fuzz } from './fuzz.ts';

fuzz('risk_engine');
