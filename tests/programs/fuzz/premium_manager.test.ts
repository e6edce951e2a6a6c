import { fuzz } from './fuzz.ts';

fuzz('premium_manager');
