// Nothing of a test outlives it, and what somebody said to the console fails it.
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, type Mock, vi } from 'vitest';
import type { ScriptedChain } from './chain.ts';

/** What is on a chain that is closed when its test is over. */
export type Closing = <Scene extends { readonly chain: ScriptedChain }>(scene: Scene) => Scene;

/** For the top of a file, or of a `describe`. A test that makes somebody complain forgives it: `vi.mocked(console.error).mockClear()`. */
export function tidy(): Closing {
  const chains: ScriptedChain[] = [];
  let complaints: Mock[] = [];
  beforeEach(() => {
    // Anew for each test: with what else it has spied on, they are taken back.
    complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
  });
  afterEach(() => {
    cleanup();
    for (const chain of chains.splice(0)) chain.close();
    const said = complaints.flatMap(({ mock }) => mock.calls);
    vi.restoreAllMocks();
    expect(said).toEqual([]);
  });
  return (scene) => {
    chains.push(scene.chain);
    return scene;
  };
}
