import { PercosecError, type Refusal } from '@percosec/sdk';
import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Words } from '../theme/catalogue.ts';
import { Problem } from './Problem.tsx';
import { WidgetSettings } from './settings.tsx';

const errors: Words['errors'] = {
  InsufficientFunds: 'El fondo tiene menos.',
  'token.InsufficientFunds': 'Su cuenta tiene menos.',
  'token.InsufficientFunds.remedy': 'Escriba menos.',
  RpcTimeout: 'El nodo no responde.',
};
const refusal = (program: string, name: string): Refusal => ({
  program,
  name,
  code: 1,
  message: 'In English.',
  remedy: 'Do this.',
});
const said = (error: PercosecError | Refusal, tag = 'es', words = errors) => {
  const { getByRole, unmount } = render(
    <WidgetSettings locale={{ tag, messages: { errors: words } }}>
      <Problem error={error} />
    </WidgetSettings>,
  );
  const text = getByRole('alert').textContent;
  unmount();
  return text;
};

test('a name that two programs have means what the one that refused means by it', () => {
  expect(said(refusal('insurance_pool', 'InsufficientFunds'))).toBe('El fondo tiene menos.');
  expect(said(refusal('token', 'InsufficientFunds'))).toBe('Su cuenta tiene menos. Escriba menos.');
});

test('two sentences stand as their language has them, and English among them as English does', () => {
  const words = { RpcTimeout: '节点没有响应。', 'RpcTimeout.remedy': '请重试。', RpcRefused: '节点拒绝了请求。' };
  expect(said(new PercosecError('RpcTimeout', 'In English.'), 'zh', words)).toBe('节点没有响应。请重试。');
  expect(said(refusal('insurance_pool', 'LockActive'), 'zh', words)).toBe('In English. Do this.');
});

test('a program that nobody knows is not understood by the names of others', () => {
  const stranger = refusal('Stranger1111111111111111111111111111111111', 'InsufficientFunds');
  expect(said(stranger)).toBe('In English. Do this.');
});

test('an error is looked up by its code, a refusal that was thrown as the refusal that it is', () => {
  expect(said(new PercosecError('RpcTimeout', 'In English.'))).toBe('El nodo no responde.');
  const thrown = refusal('token', 'InsufficientFunds');
  expect(said(new PercosecError('TransactionRefused', 'In English.', { refusal: thrown }))).toMatch(/^Su cuenta/);
});

test('what no translation has is said in the SDK’s own words', () => {
  expect(said(new PercosecError('RpcRefused', 'In English.'))).toBe('In English.');
  expect(said(refusal('insurance_pool', 'LockActive'))).toBe('In English. Do this.');
});
