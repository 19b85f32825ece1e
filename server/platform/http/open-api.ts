import { z } from 'zod';
import type { Contract } from '../../../shared/contract/contract.js';
import { failures, type FailureCode } from '../../../shared/contract/failure.js';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of a set of contracts: a pure function of what also validates. */
export function openApiOf(contracts: readonly Contract[], version: string): Json {
  const paths: Record<string, Json> = {};
  const named: Json = { Problem: problemSchema };
  for (const contract of contracts.toSorted((one, other) => one.route.localeCompare(other.route))) {
    const [method = '', path = ''] = contract.route.split(' ');
    const template = path.replace(/:(\w+)/g, '{$1}');
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation(contract, named) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Entente', version, license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' } },
    paths,
    components: {
      schemas: named,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-entente' } },
    },
  };
}

function operation(contract: Contract, named: Json): Json {
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => jsonSchema(schema, io, named);
  const status = statusOf(contract);
  return {
    summary: contract.summary,
    operationId: contract.route.replace(/[^A-Za-z0-9]+/g, '_'),
    tags: [contract.action.split('.')[0]],
    'x-policy': contract.action,
    security: [{ session: [] }],
    parameters: [
      ...parameters(contract.params, 'path', named),
      ...parameters(contract.query, 'query', named),
      ...keyHeader(contract),
    ],
    ...(contract.body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(contract.body, 'input') } } },
    }),
    responses: {
      [status]: { description: 'Done', ...content(contract, schemaOf) },
      ...refusals(contract.failures ?? []),
      default: problem('A refusal that every endpoint may give'),
    },
  };
}

/** What a call that goes well is answered with. */
export const statusOf = ({ status, response, file, octets }: Contract): number =>
  status ?? (response || file || octets ? 200 : 204);

function content({ response, file, octets }: Contract, schemaOf: (schema: z.ZodType, io: 'output') => Json): Json {
  if (file) return { content: { [file]: { schema: { type: 'string', contentMediaType: file } } } };
  if (octets) return { content: { [octets.type]: { schema: { type: 'string', contentMediaType: octets.type } } } };
  return response ? { content: { 'application/json': { schema: schemaOf(response, 'output') } } } : {};
}

function parameters(schema: z.ZodObject | undefined, where: 'path' | 'query', named: Json): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input', named) as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }));
}

const keyHeader = (contract: Contract): Json[] =>
  contract.idempotent
    ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } }]
    : [];

function refusals(codes: readonly FailureCode[]): Json {
  const byStatus = new Map<number, FailureCode[]>();
  for (const code of codes) byStatus.set(failures[code].status, [...(byStatus.get(failures[code].status) ?? []), code]);
  return Object.fromEntries([...byStatus].map(([status, list]) => [status, problem(list.join(', '))]));
}

const problem = (description: string): Json => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'status', 'code', 'detail', 'params', 'fields'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(failures) },
    detail: { type: 'string', description: 'The sentence in the language of Accept-Language' },
    params: { type: 'object' },
    fields: { type: 'array', items: { type: 'object' } },
  },
};

/** The JSON Schema of a part; what it names (`meta({ id })`) goes to the document's components, once. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output', named: Json): Json {
  const { $schema: _, $defs, ...rest } = rewired(z.toJSONSchema(schema, { io, unrepresentable: 'any' })) as Json;
  Object.assign(named, $defs);
  return rest;
}

/** Points references at the document's components instead of the schema's own definitions. */
function rewired(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(rewired);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) =>
      key === '$ref' && typeof value === 'string'
        ? [key, value.replace('#/$defs/', '#/components/schemas/')]
        : [key, rewired(value)],
    ),
  );
}
