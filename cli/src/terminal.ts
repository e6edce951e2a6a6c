// Where a command reads its surroundings from and writes to; a test gives its own.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';

export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly colors: boolean;
  out(line: string): void;
  err(line: string): void;
  /** Only a typed "yes" is one; where nobody can be asked, null. */
  confirm(question: string): Promise<boolean | null>;
  /** The text of a file; null where there is none. */
  read(file: string): string | null;
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Who has seen enough (`| head`) stops nothing that is being done. */
function ignoreReaderGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

export function processTerminal(): Terminal {
  const { env, stdin, stdout, stderr } = process;
  for (const stream of [stdout, stderr]) stream.on('error', ignoreReaderGone);
  return {
    env,
    colors: stdout.isTTY === true && !env.NO_COLOR,
    out: (line) => stdout.write(`${line}\n`),
    err: (line) => stderr.write(`${line}\n`),
    async confirm(question) {
      if (!stdin.isTTY) return null;
      const prompt = createInterface({ input: stdin, output: stderr });
      try {
        return (await prompt.question(`${question} Type "yes" to go on: `)).trim().toLowerCase() === 'yes';
      } finally {
        prompt.close();
      }
    },
    read(file) {
      try {
        return readFileSync(file, 'utf8');
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
  };
}
