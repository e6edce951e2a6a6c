import { text } from './report.ts';
import { bytesPart } from './sdk/bytes.ts';
import { callsPart } from './sdk/calls.ts';

console.log(text([await bytesPart(), await callsPart()]));
process.exit(0);
