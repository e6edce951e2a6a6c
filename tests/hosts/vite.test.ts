// The packed kit in a React app, built by Vite and served as files: with React 19, and with React 18.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, serve } from './support/files.ts';
import { type Insured, insuredWorld } from './support/insured.ts';
import { type Visitor, visitor } from './support/visitor.ts';
import { type Built, viteApp } from './support/viteApp.ts';

let insured: Insured;
let somebody: Visitor;
beforeAll(async () => {
  [insured, somebody] = await Promise.all([insuredWorld(), visitor()]);
}, 120_000);
afterAll(async () => {
  await somebody?.close();
  await insured?.world.close();
});

describe.each([
  { react: '19', versions: {} },
  { react: '18', versions: { react: '18.3.1', 'react-dom': '18.3.1' } },
])('React $react', ({ react, versions }) => {
  let built: Built;
  let served: Served;
  beforeAll(async () => {
    built = await viteApp(versions);
    served = await serve(built.folder);
  }, 120_000);
  afterAll(async () => {
    await served?.close();
    built?.remove();
  });

  test('every widget shows what the chain says, and nothing complains', async () => {
    const { page, leave } = await somebody.visit(served.url + insured.query());
    expect(await page.evaluate(() => document.documentElement.dataset.react)).toMatch(new RegExp(`^${react}\\.`));
    await page
      .getByRole('button', { name: /SOL-PERP/ })
      .first()
      .waitFor();
    await page
      .getByRole('timer')
      .getByText(/^Unlocks in/)
      .waitFor();
    await page
      .getByRole('group', { name: /Withdrawing from/ })
      .getByText('99,600')
      .waitFor();
    await page.getByRole('meter').first().waitFor();
    await page.getByRole('slider').first().waitFor();
    await page.getByRole('textbox').first().fill('250');
    await page.getByText('400').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await leave();
  });
});
