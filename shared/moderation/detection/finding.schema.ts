import { z } from 'zod';
import { reasonCodes } from '../reasons.js';
import { findingKinds, phaseNames, type Finding, type FindingCode } from './finding.rules.js';

const textRange = z.object({ start: z.int().min(0), end: z.int().min(1) }).refine(({ start, end }) => start < end);

/** A finding as it is kept with what it is about, and as the desk is told of it. */
export const findingSchema: z.ZodType<Finding> = z.object({
  code: z.enum(Object.keys(findingKinds) as FindingCode[]),
  phase: z.enum(phaseNames),
  weight: z.number().min(0).lt(1),
  reason: z.enum(reasonCodes).nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  where: z.array(textRange),
});
