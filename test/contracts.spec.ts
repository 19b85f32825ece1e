import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policyTable } from '../shared/access/policy-table.js';
import { fieldRules, failures } from '../shared/contract/failure.js';
import { contracts } from '../shared/contracts.js';
import { projectRoot } from '../server/platform/config/project-root.js';
import { PolicyWalk } from '../server/platform/http/policy-walk.js';
import { startApp, type TestApp } from './support/app.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

interface Operation {
  readonly 'x-policy': string;
  readonly responses: Record<string, unknown>;
}

describe('contracts', () => {
  it('SEC-16: are served, all of them, and nothing else is', () => {
    const served = test.app.get(PolicyWalk).contracts();
    const declared = Object.values(contracts);
    expect(served.map(({ route }) => route).toSorted()).toEqual(declared.map(({ route }) => route).toSorted());
    for (const one of declared) expect(served, one.route).toContain(one);
  });

  it('SEC-16: name a row of the policy table, and only failures there are', () => {
    for (const one of Object.values(contracts)) {
      expect(Object.keys(policyTable), one.route).toContain(one.action);
      for (const code of 'failures' in one ? one.failures : [])
        expect(Object.keys(failures), one.route).toContain(code);
    }
  });

  it('SEC-19: are described as they are (OpenAPI); a change of the API is a change of this file', async () => {
    const document = await test.visitor().call('GET /api/openapi.json', {});
    const paths = document['paths'] as Record<string, Record<string, Operation>>;
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(described.toSorted()).toEqual(
      Object.values(contracts)
        .map(({ route }) => route)
        .toSorted(),
    );
    const text = await format(JSON.stringify(document, null, 2), { parser: 'json', printWidth: 120 });
    await expect(text).toMatchFileSnapshot('openapi.snapshot.json');
  });

  it('SEC-19: no answer can carry what belongs to nobody else', async () => {
    const document = await test.visitor().call('GET /api/openapi.json', {});
    const forbidden =
      /"(passwordHash|password_hash|tokenHash|token_hash|ip|userAgent|accountId|account_id|emailIndex|totpSealed)"/;
    expect(JSON.stringify(document)).not.toMatch(forbidden);
    const withEmail = Object.values(contracts).filter((one) => 'response' in one && 'email' in shapeOf(one.response));
    expect(withEmail.every(({ route }) => route.includes(' /api/account'))).toBe(true);
    expect(withEmail.length).toBeGreaterThan(0);
  });

  const shapeOf = (schema: object): object =>
    'shape' in schema && typeof schema.shape === 'object' ? (schema.shape ?? {}) : {};
});

describe('failures', () => {
  type Sentences = { readonly [key: string]: string | Sentences };
  const sentences = JSON.parse(readFileSync(join(projectRoot, 'locales', 'en', 'errors.json'), 'utf8')) as Sentences;
  const sentenceOf = (key: string): string | Sentences | undefined =>
    key
      .split('.')
      .reduce<string | Sentences | undefined>(
        (node, part) => (typeof node === 'object' ? node[part] : undefined),
        sentences,
      );

  it.each(Object.entries(failures))(
    'SEC-49: %s has a sentence, with its parameters and no others',
    (code, { params }) => {
      const sentence = sentenceOf(`failure.${code}`);
      expect(sentence).toBeTypeOf('string');
      const named = [...(sentence as string).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
      for (const name of named) expect(params).toContain(name);
    },
  );

  it.each(fieldRules)('SEC-49: %s has a sentence that names the field', (rule) => {
    expect(sentenceOf(`field.${rule}`)).toContain('{{field}}');
  });
});
