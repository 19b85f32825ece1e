import { z } from 'zod';
import { reasonCodes } from './reasons.js';

export const reasonCode = z.enum(reasonCodes);
