// Everything that a cluster knows about one market's insurance, read together so that it fits together.
import {
  type AccountCodec,
  type AccountRead,
  type Address,
  CLOCK_SYSVAR,
  clockCodec,
  decodeAccount,
  INSURANCE_POOL_PROGRAM,
  insolvencyRecordAddress,
  insolvencyRecordCodec,
  insurancePoolCodec,
  insuredMarketCodec,
  marketClaimsAddress,
  marketClaimsCodec,
  marketConfigAddress,
  marketConfigCodec,
  poolAddress,
  premiumStateAddress,
  premiumStateCodec,
  type Rpc,
  readAccounts,
  riskMetricsAddress,
  riskMetricsCodec,
  tokenAccountCodec,
  treasuryAddress,
  vaultAddress,
} from '@percosec/sdk';
import { claimView, poolView, riskView } from '@percosec/sdk/math';
import { readDeployment } from '../deployment.ts';
import { Failure } from '../failure.ts';

const RECORDS = 5n;

export type Findings = Awaited<ReturnType<typeof readMarket>>;

/** `subject`: the market, or its pool. */
export async function readMarket(rpc: Rpc, subject: Address) {
  const market = await marketOf(rpc, subject);
  const pool = await poolAddress(market);
  const at = {
    market,
    pool,
    vault: await vaultAddress(pool),
    config: await marketConfigAddress(market),
    metrics: await riskMetricsAddress(market),
    premium: await premiumStateAddress(market),
    treasury: await treasuryAddress(market),
    claims: await marketClaimsAddress(market),
    clock: CLOCK_SYSVAR,
  };
  const reads = await readAccounts(rpc, Object.values(at));
  const find = <T>(codec: AccountCodec<T>, address: Address) =>
    decoded(
      codec,
      reads.find((read) => read.address === address),
    );
  const clock = find(clockCodec, at.clock);
  if (clock === null) throw new Failure(`${rpc.url} shows no clock.`, 'Check that --url is a Solana RPC.');

  const owner = reads.find((read) => read.address === market)?.account?.owner ?? null;
  const insured = find(insurancePoolCodec, at.pool);
  const claims = find(marketClaimsCodec, at.claims);
  const config = find(marketConfigCodec, at.config);
  const metrics = find(riskMetricsCodec, at.metrics);
  const premium = find(premiumStateCodec, at.premium);
  // Of another program than the pool was made for, no header is believed.
  const believed = insured === null || insured.marketProgram === owner;
  const header = believed ? headerOf(reads.find((read) => read.address === market)) : null;
  const program = insured?.marketProgram ?? owner;
  return {
    slot: clock.slot,
    at,
    header,
    pool: insured,
    vault: find(tokenAccountCodec, at.vault),
    config,
    metrics,
    premium,
    treasury: find(tokenAccountCodec, at.treasury),
    claims,
    records: claims === null ? [] : await readRecords(rpc, market, claims.sequence),
    marketProgram: program === null ? null : { address: program, ...(await changeability(rpc, program)) },
    poolView: insured && poolView({ pool: insured, premium, market: header, claims, slot: clock.slot }),
    riskView: metrics && riskView(metrics, config, clock.slot),
  };
}

const decoded = <T>(codec: AccountCodec<T>, read: AccountRead | undefined): T | null =>
  read?.account ? decodeAccount(codec, { address: read.address, ...read.account }) : null;

function headerOf(read: AccountRead | undefined) {
  try {
    return decoded(insuredMarketCodec, read);
  } catch {
    // A market that shows no header any more is a fact to tell, not an error: its insurance goes on without it.
    return null;
  }
}

async function marketOf(rpc: Rpc, subject: Address): Promise<Address> {
  const [read] = await readAccounts(rpc, [subject]);
  if (read?.account?.owner === INSURANCE_POOL_PROGRAM)
    return decodeAccount(insurancePoolCodec, { address: subject, ...read.account }).market;
  if (headerOf(read) !== null) return subject;
  const [pool] = await readAccounts(rpc, [await poolAddress(subject)]);
  if (pool?.account) return subject;
  const found = read?.account
    ? `it belongs to ${read.account.owner} and has no InsuredMarket header`
    : 'there is no such account';
  throw new Failure(
    `${subject} is neither an insured market nor a pool on ${rpc.url}: ${found}.`,
    'Give the address of a market or of its pool, and check --url.',
  );
}

/** The newest first. */
async function readRecords(rpc: Rpc, market: Address, sequence: bigint) {
  const count = Number(sequence < RECORDS ? sequence : RECORDS);
  const addresses = await Promise.all(
    Array.from({ length: count }, (_, back) => insolvencyRecordAddress(market, sequence - 1n - BigInt(back))),
  );
  const reads = addresses.length === 0 ? [] : await readAccounts(rpc, addresses);
  return reads.flatMap((read) => decoded(insolvencyRecordCodec, read) ?? []).map(claimView);
}

async function changeability(rpc: Rpc, program: Address) {
  const deployment = await readDeployment(rpc, program);
  return deployment.status === 'deployed'
    ? { upgradeable: deployment.upgradeable, upgradeAuthority: deployment.authority }
    : { upgradeable: null, upgradeAuthority: null };
}
