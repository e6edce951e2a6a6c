import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Control, createControl } from './control.ts';
import { type Localnet, startLocalnet } from './server.ts';

const ADDRESS = 'GyGKxMyg1p9SsHfm15MkNUu1u9TN2JtTspcdmrtGUdse';
const OWNER = 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA';

let localnet: Localnet;
let control: Control;

beforeAll(async () => {
  localnet = await startLocalnet({ rpcPort: 0, paused: true, slotMilliseconds: 60_000 });
  control = createControl(localnet.rpcUrl);
});

afterAll(() => localnet.close());

it('moves slots and the clock with them', async () => {
  const start = await control.clock();
  expect(start).toEqual({
    slot: Number(localnet.chain.slot),
    unixTimestamp: Number(localnet.chain.unixTimestamp),
    running: false,
    slotMilliseconds: 60_000,
  });
  const { slot, unixTimestamp } = start;
  expect(await control.warp({ slots: 5n })).toMatchObject({ slot: slot + 5, unixTimestamp: unixTimestamp + 2 });
  expect(await control.warp({ seconds: 60 })).toMatchObject({ slot: slot + 155, unixTimestamp: unixTimestamp + 62 });
  // A part of a slot is a whole one: at least so many seconds pass.
  expect(await control.warp({ seconds: 0.1 })).toMatchObject({ slot: slot + 156 });
  expect(await control.warp({ toSlot: 2_000_000n })).toMatchObject({ slot: 2_000_000 });
  await expect(control.warp({ seconds: 1e308 })).rejects.toThrow("can't go to");
  await expect(control.warp({ toSlot: 2_000_000n })).rejects.toThrow(
    "percosec_warp: Invalid params: percosec_warp: the chain is in slot 2000000 and can't go to 2000000",
  );
});

it('sets the pace of slots', async () => {
  expect(await control.setSlotDuration(120_000)).toMatchObject({ running: false, slotMilliseconds: 120_000 });
  // Longer than any timer waits, which would then not wait at all.
  await expect(control.setSlotDuration(1e308)).rejects.toThrow('a slot lasts at most 3600000 ms');
  expect(await control.resume()).toMatchObject({ running: true });
  expect(localnet.clockwork.running).toBe(true);
  expect(await control.pause()).toMatchObject({ running: false });
});

it('writes accounts and takes them away', async () => {
  const data = Uint8Array.of(1, 2, 3);
  await control.setAccount(ADDRESS, { owner: OWNER, data });
  const written = { owner: OWNER, data, lamports: localnet.chain.minimumBalance(3), executable: false };
  expect(localnet.chain.getAccount(ADDRESS)).toEqual(written);
  // More than a double holds.
  const lamports = 2n ** 60n + 1n;
  await control.setAccount(ADDRESS, { owner: OWNER, data, lamports });
  expect(localnet.chain.getAccount(ADDRESS)).toEqual({ ...written, lamports });
  expect(localnet.chain.account(ADDRESS, localnet.chain.slotAt('finalized'))).toBeNull();
  await control.setAccount(ADDRESS, null);
  expect(localnet.chain.getAccount(ADDRESS)).toBeNull();
});

it('says that nobody lives on an empty chain', async () => {
  expect(await control.scenario()).toBeNull();
});
