// The bands of the composite score, as the risk engine writes them: ASCII, padded with zeros.
import { invalidArgument, PercosecError } from '../error.ts';
import type { Codec } from './layout.ts';

export type Grade = 'Low' | 'Moderate' | 'High' | 'Extreme';

const GRADES = ['Low', 'Moderate', 'High', 'Extreme'];
const SIZE = 8;

export const grade: Codec<Grade> = {
  read(from) {
    let text = '';
    for (const end = from.at + SIZE; from.at < end; ) text += String.fromCharCode(from.view.getUint8(from.at++));
    text = text.replace(/\0+$/, '');
    if (!GRADES.includes(text)) {
      throw new PercosecError('WrongVersion', `The grade ${text} is newer than this SDK. Update @percosec/sdk.`, {
        found: text,
        expected: GRADES,
      });
    }
    return text as Grade;
  },
  write(to, value, name) {
    if (!GRADES.includes(value)) throw invalidArgument(name, `one of ${GRADES.join(', ')}`, value);
    for (let index = 0; index < SIZE; index++) to.view.setUint8(to.at++, value.charCodeAt(index));
  },
};
