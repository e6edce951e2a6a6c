// The IDL of a program, by Anchor's own builder.
import { join } from 'node:path';
import { TARGET } from './compile.mjs';
import { environment } from './host.mjs';
import { readLater } from './process.mjs';

export async function idl(directory, { generator, locked }) {
  const text = await readLater(generator, locked ? ['--locked'] : [], {
    cwd: directory,
    env: environment({ CARGO_TARGET_DIR: join(TARGET, 'idls') }),
  });
  return Buffer.from(text);
}
