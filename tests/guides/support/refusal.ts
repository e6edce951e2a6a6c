import { programById } from '../../programs/support/artifacts.ts';

/**
 * What an attempt is refused with: the message, and the name of the program's error in it. Anchor's client finds names
 * itself, but not in the longer messages that web3.js writes since it repeats the logs in them.
 */
export async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, program, code] = message.match(/Program (\w+) failed: custom program error: (0x\w+)/) ?? [];
    return `${program && programById(program)?.errors.get(Number(code))} ${message}`;
  }
  throw new Error('this was not refused');
}
