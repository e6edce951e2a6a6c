// percosec programs: whether a cluster runs the four programs as they were published, and who could change them.
import { address, createRpc } from '@percosec/sdk';
import { ARTIFACTS } from '../artifacts.ts';
import type { Command } from '../command.ts';
import { type Deployment, isCode, readDeployment } from '../deployment.ts';
import { Failure } from '../failure.ts';
import { json, printer, type Row } from '../print.ts';

type Artifact = (typeof ARTIFACTS)[number];

interface Finding extends Pick<Artifact, 'name' | 'address'> {
  readonly status: Deployment['status'];
  readonly upgradeable: boolean | null;
  readonly authority: string | null;
  /** Null where there is nothing to compare. */
  readonly asPublished: boolean | null;
}

async function examine(deployment: Deployment, artifact: Artifact): Promise<Finding> {
  const { name, address } = artifact;
  const { status } = deployment;
  if (status !== 'deployed') return { name, address, status, upgradeable: null, authority: null, asPublished: null };
  const { upgradeable, authority, code } = deployment;
  const asPublished = code === null ? null : await isCode(code, artifact);
  return { name, address, status, upgradeable, authority, asPublished };
}

function told({ status, upgradeable, authority, asPublished, address }: Finding): Row[] {
  if (status === 'missing')
    return [
      ['id', address],
      ['state', 'not deployed on this cluster'],
    ];
  if (status === 'not-executable')
    return [
      ['id', address],
      ['state', 'an account that is no program'],
    ];
  const change = {
    true: `yes, by ${authority}`,
    false: 'no, final',
    null: 'unknown: a loader this command does not know',
  };
  const same = { true: 'yes, byte for byte', false: 'NO: other code', null: 'unknown' };
  return [
    ['id', address],
    ['state', 'deployed, executable'],
    ['can be changed', change[`${upgradeable}`]],
    ['as published', same[`${asPublished}`]],
  ];
}

export const programs: Command = {
  name: 'programs',
  summary: 'whether a cluster runs the four programs as published, and who could change them',
  details:
    'Compares the code of each deployed program with the published one, byte for byte. Fails (exit 1) where one is\n' +
    'missing or other than published.',
  options: [],
  example: 'percosec programs --url devnet',
  async run(given, terminal, url) {
    const rpc = createRpc({ rpcUrl: url });
    const findings = await Promise.all(
      ARTIFACTS.map(async (artifact) => examine(await readDeployment(rpc, address(artifact.address)), artifact)),
    );
    if (given.on('json')) {
      terminal.out(json({ url: rpc.url, programs: findings }));
    } else {
      const { heading, rows } = printer(terminal);
      for (const finding of findings) {
        heading(finding.name);
        rows(told(finding));
      }
    }
    const wrong = findings.filter(({ asPublished }) => asPublished !== true).map(({ name }) => name);
    if (wrong.length > 0) {
      throw new Failure(
        `Not as published on ${rpc.url}: ${wrong.join(', ')}.`,
        'Check --url, and trust no money to programs that are not the published ones.',
      );
    }
  },
};
