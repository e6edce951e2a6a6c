import { PublicKey } from '@solana/web3.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROGRAM_NAMES, programs } from '../../../tests/programs/support/artifacts.ts';
import { plain } from '../../../tests/sdk/plain.ts';
import { INSURANCE_POOL_PROGRAM, PREMIUM_MANAGER_PROGRAM, SYSTEM_PROGRAM } from '../addresses.ts';
import { decodeEvents } from './decode.ts';
import type { EventCodec } from './event.ts';
import { apyUpdatedEvent, EVENTS, keeperPaidEvent } from './generated.ts';

const codecs: readonly EventCodec<string & (typeof PROGRAM_NAMES)[number], string, unknown>[] = EVENTS as never;

describe.each(PROGRAM_NAMES)('the events of %s', (program) => {
  const { idl, coder, id } = programs[program];
  test.each(idl.events?.map(({ name, discriminator }) => ({ name, discriminator })) ?? [])(
    '$name is read as by Anchor, and written back',
    ({ name, discriminator }) => {
      const codec = codecs.find((one) => one.program === program && one.name === name);
      if (codec === undefined) throw new Error(`the SDK has no codec for ${name}`);
      const grade = name === 'ScoreUpdated' ? 8 + 32 + 6 * 8 : undefined;
      fc.assert(
        fc.property(
          fc.uint8Array({ minLength: codec.size, maxLength: codec.size }),
          fc.constantFrom('Low', 'Moderate', 'High', 'Extreme'),
          (data, word) => {
            data.set(discriminator);
            if (grade !== undefined) data.set(Buffer.from(word.padEnd(8, '\0')), grade);
            const base64 = Buffer.from(data).toString('base64');
            const theirs = coder.events.decode(base64);
            expect(theirs?.name).toBe(name);
            expect(codec.decode(data)).toEqual(plain(theirs?.data));
            expect(codec.encode(codec.decode(data))).toEqual(data);
            const logs = [`Program ${id} invoke [1]`, `Program data: ${base64}`, `Program ${id} success`];
            expect(decodeEvents(logs)).toEqual([{ program, name, data: plain(theirs?.data) }]);
          },
        ),
      );
    },
  );
});

test('every event of the SDK is one of an IDL', () => {
  const known = PROGRAM_NAMES.flatMap((name) => programs[name].idl.events?.map((event) => event.name) ?? []);
  expect(codecs.map(({ name }) => name).sort()).toEqual(known.sort());
});

describe('in logs', () => {
  const pool = new PublicKey(Uint8Array.from({ length: 32 }, (_, index) => index)).toBase58() as never;
  const apy = { pool, apyBpsBefore: 1, apyBpsAfter: 2 };
  const paid = { premiumState: pool, keeperTokenAccount: pool, amount: 1n, treasuryBefore: 2n, treasuryAfter: 1n };
  const line = (data: Uint8Array) => `Program data: ${Buffer.from(data).toString('base64')}`;
  const APY = line(apyUpdatedEvent.encode(apy));
  const PAID = line(keeperPaidEvent.encode(paid));
  const invoke = (program: string, depth: number) => `Program ${program} invoke [${depth}]`;
  const success = (program: string) => `Program ${program} success`;
  const names = (logs: string[]) => decodeEvents(logs).map(({ name }) => name);

  test('whatever an RPC gives for a line does no harm', () => {
    const junk = [null, 7, {}, ['Program data: AA==']] as unknown as string[];
    expect(names([invoke(INSURANCE_POOL_PROGRAM, 1), ...junk, APY])).toEqual(['ApyUpdated']);
  });

  test('each belongs to the program that runs, however deep', () => {
    expect(
      decodeEvents([
        invoke(PREMIUM_MANAGER_PROGRAM, 1),
        'Program log: Instruction: SettleEpoch',
        invoke(INSURANCE_POOL_PROGRAM, 2),
        'Program log: Instruction: UpdateApy',
        APY,
        `Program ${INSURANCE_POOL_PROGRAM} consumed 1000 of 200000 compute units`,
        success(INSURANCE_POOL_PROGRAM),
        PAID,
        `Program return: ${PREMIUM_MANAGER_PROGRAM} AQ==`,
        success(PREMIUM_MANAGER_PROGRAM),
      ]),
    ).toEqual([
      { program: 'insurance_pool', name: 'ApyUpdated', data: apy },
      { program: 'premium_manager', name: 'KeeperPaid', data: paid },
    ]);
  });

  test('another program that says the same is not believed', () => {
    expect(names([invoke(SYSTEM_PROGRAM, 1), APY, success(SYSTEM_PROGRAM)])).toEqual([]);
    expect(names([invoke(PREMIUM_MANAGER_PROGRAM, 1), APY, success(PREMIUM_MANAGER_PROGRAM)])).toEqual([]);
    expect(names([APY])).toEqual([]);
    // A forged line stands in a log line of its author.
    expect(names([invoke(SYSTEM_PROGRAM, 1), `Program log: ${invoke(INSURANCE_POOL_PROGRAM, 2)}`, APY])).toEqual([]);
  });

  test('a program that failed runs no more', () => {
    const failed = `Program ${INSURANCE_POOL_PROGRAM} failed: custom program error: 0x1770`;
    expect(names([invoke(INSURANCE_POOL_PROGRAM, 1), APY, failed, APY])).toEqual(['ApyUpdated']);
  });

  test('what comes after a cut is nobody’s', () => {
    expect(names([invoke(INSURANCE_POOL_PROGRAM, 1), APY, 'Log truncated', APY])).toEqual(['ApyUpdated']);
  });

  test('other data is passed over', () => {
    const others = ['Program data: ', 'Program data: AQ==', 'Program data: !!!', `${APY} ${APY.slice(14)}`];
    expect(names([invoke(INSURANCE_POOL_PROGRAM, 1), ...others, APY])).toEqual(['ApyUpdated']);
    expect(names([])).toEqual([]);
  });

  test('an event of another length is one of another version', () => {
    const longer = Uint8Array.from([...apyUpdatedEvent.encode(apy), 0]);
    expect(() => decodeEvents([invoke(INSURANCE_POOL_PROGRAM, 1), line(longer)])).toThrowError(
      expect.objectContaining({ code: 'WrongLength', message: expect.stringContaining('ApyUpdated') }),
    );
    expect(() => apyUpdatedEvent.decode(keeperPaidEvent.encode(paid).slice(0, apyUpdatedEvent.size))).toThrowError(
      expect.objectContaining({ code: 'WrongDiscriminator' }),
    );
  });
});
