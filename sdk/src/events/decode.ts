// What the programs told in a transaction's logs.
import { bytesFromBase64 } from '../codec/base64.ts';
import { PROGRAMS } from '../programs.ts';
import { EVENTS, type PercosecEvent } from './generated.ts';

/**
 * In order of emission. Only a program's own words count: another one that logs the same bytes is not believed. Where logs
 * were cut off ("Log truncated"), what follows is unknown, and so is who says it. Of a transaction that failed, nothing has
 * happened.
 */
export function decodeEvents(logs: readonly string[]): PercosecEvent[] {
  const events: PercosecEvent[] = [];
  const running: string[] = [];
  // Whatever the RPC gave for a line.
  for (const line of logs.map(String)) {
    const [, program, what] = /^Program (\w+) (invoke|success|failed)/.exec(line) ?? [];
    if (program !== undefined && what === 'invoke') running.push(program);
    else if (what !== undefined) running.pop();
    else if (line === 'Log truncated') break;
    else if (line.startsWith('Program data: ')) {
      const event = decodeEvent(running.at(-1), line.slice('Program data: '.length));
      if (event !== null) events.push(event);
    }
  }
  return events;
}

function decodeEvent(address: string | undefined, text: string): PercosecEvent | null {
  const data = bytesOf(text);
  if (data === null || data.length < 8) return null;
  const discriminator = new DataView(data.buffer).getBigUint64(0);
  const codec = EVENTS.find((event) => event.discriminator === discriminator && PROGRAMS[event.program] === address);
  if (codec === undefined) return null;
  return { program: codec.program, name: codec.name, data: codec.decode(data) } as PercosecEvent;
}

function bytesOf(text: string): Uint8Array | null {
  try {
    return bytesFromBase64([text, 'base64']);
  } catch {
    return null; // several values in one line, as sol_log_data can have it: no event of ours
  }
}
